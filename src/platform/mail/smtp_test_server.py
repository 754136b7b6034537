"""A real SMTP server (aiosmtpd) for smtp_test.cpp.

It prints its port (and, with TLS, the path of its certificate), then one line of JSON for each
message it takes: the envelope, the raw message, and what Python's email package reads in it. The
recipient's name says how it answers. It ends when its standard input does.

Modes: plain | auth (STARTTLS and a password are required) | tls (from the first byte).
"""

import asyncio
import email
import email.policy
import json
import logging
import ssl
import subprocess
import sys
import tempfile
import warnings
from email.header import decode_header, make_header

from aiosmtpd.smtp import SMTP, AuthResult


def described(raw):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    # The lines of a message end in CRLF; a letter's in LF.
    content = {p.get_content_type(): p.get_content().replace("\r\n", "\n") for p in parts}
    mailbox = lambda name: [[a.display_name, a.addr_spec] for a in message[name].addresses]
    return {
        "type": message.get_content_type(),
        "from": mailbox("From"),
        "to": mailbox("To"),
        # Python 3.11 puts spaces between the words of a long encoded name; its older reader not.
        "to_line": str(make_header(decode_header(email.message_from_bytes(raw)["To"]))),
        "subject": message["Subject"],
        "date": message["Date"].datetime.isoformat(),
        "message_id": message["Message-ID"],
        "headers": [[name, str(value)] for name, value in message.items()],
        "text": content.get("text/plain", ""),
        "html": content.get("text/html", ""),
        "types": [part.get_content_type() for part in parts],
        "defects": [repr(d) for part in message.walk() for d in part.defects]
        + [repr(d) for value in message.values() for d in value.defects],
    }


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        answers = {
            "busy": "451 4.3.0 Come again later",
            "unknown": "550 5.1.1 No such person",
            "stranger": "530 5.7.0 Sign in first",
        }
        answer = answers.get(address.split("@")[0])
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "full":
            return "452 4.2.2 No room today"
        if name == "spam":
            return "554 5.7.1 We do not want this"
        if name == "slow":
            await asyncio.sleep(2)
        taken = {
            "mail_from": envelope.mail_from,
            "rcpt_tos": envelope.rcpt_tos,
            "raw": envelope.original_content.decode("ascii", "replace"),
            "peer_port": session.peer[1],
            "user": getattr(session, "auth_data", None) and session.auth_data.login.decode(),
            "tls": session.ssl is not None,
            "hello": session.host_name,
            "read": described(envelope.original_content),
        }
        print(json.dumps(taken), flush=True)
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, data):
    fits = data.login == b"moothall" and data.password == b"right"
    return AuthResult(success=fits, handled=False, auth_data=data)


def certificate(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
         f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
        check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
    return context


async def serve(mode, folder):
    tls = certificate(folder) if mode != "plain" else None
    handler = Handler()
    options = {"enable_SMTPUTF8": False, "hostname": "test.example"}
    if mode == "auth":
        options |= {"tls_context": tls, "require_starttls": True, "auth_required": True,
                    "authenticator": authenticate}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, **options), "localhost", 0,
                                      ssl=tls if mode == "tls" else None, family=2)
    print(server.sockets[0].getsockname()[1], flush=True)
    print(f"{folder}/cert.pem", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    logging.getLogger("mail.log").disabled = True  # refused connections are what is tested
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(serve(sys.argv[1], folder))
