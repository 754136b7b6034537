// Somebody asks to be erased: told before what stays, asked whether they mean it, and gone after.
import { assert, heading, kind, seen } from "./steps.mjs";

async function erased(trip) {
  const { site } = trip;
  const email = site.people["wider member"].email;
  const page = await trip.as("wider member", { width: 390, js: false });
  await page.goto(`${site.url}/settings`);
  await page.getByRole("link", { name: "Erase my account" }).click();
  await seen(page.getByText("Your posts stay, because others answered them"));
  await page.getByLabel("Your email address").fill("somebody@else.example");
  await page.getByRole("button", { name: "Erase my account" }).click();
  await seen(page.locator(".error-sum"));
  const known = trip.mail.to(email).length;
  await page.getByLabel("Your email address").fill(email);
  await page.getByRole("button", { name: "Erase my account" }).click();
  assert.equal(await heading(page), "Your account is erased");
  await page.goto(`${site.url}/settings`);
  assert.equal(await kind(page), "sign-in");
  assert.equal((await trip.mail.next(email, known)).subject, "Your account is erased");
  const other = await trip.as("member");
  await other.goto(`${site.url}/people?words=merriweather`);
  await seen(other.getByText("Nobody is found"));
}

export const journeys = [{ name: "be erased", travel: erased }];
