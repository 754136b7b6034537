-- Every installation begins with this text; whoever is there already is asked when they come next.
INSERT INTO rule_texts (audience_id, version, words, published_at, asks)
VALUES (0, 1,
        'When a meeting, or part thereof, is held under the Chatham House Rule, ' ||
        'participants are free to use the information received, but neither the identity ' ||
        'nor the affiliation of the speaker(s), nor that of any other participant, may be' ||
        ' revealed.
' ||
        '
' ||
        'What this means here:
' ||
        '
' ||
        '- **Use what you learn.** An idea, a number, a lesson may leave the room: that ' ||
        'is what we meet for.
' ||
        '- **Never say who said it, or where they work.** No name, no organisation, and ' ||
        'nothing that gives either away: “the ambulance trust in London” is a name.
' ||
        '- **Nor who else was there.** Who belongs to a network, and who took part in a ' ||
        'topic, stays among its members.
' ||
        '- **What stands above a topic holds.** On the record: it may be used, and who ' ||
        'said it. Under the Rule: it may be used, never who said it. Closed: it may not ' ||
        'be used outside at all.
' ||
        '- **Ask before you name somebody.** Many say yes. Only they can.
' ||
        '- **Do not forward posts, and make no pictures of them.** They carry names.
' ||
        '- **If something came out, report it.** It is looked into, whoever is reported ' ||
        'is heard, and what is decided can be appealed.
' ||
        '
' ||
        'This is a promise among members. No law stands behind it, and no program can ' ||
        'keep it for us: others speak freely here because each of us keeps it.',
        1795824000000000, 1);
INSERT INTO terms (audience_id, version)
VALUES (0, 1);
