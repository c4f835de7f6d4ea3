// A message as it was sent, as a mail client shows it.

import { bytes, h, own, remark, session } from "./kit.js";

/// `facts` are pairs of a name and a value, `source` the address of its HTML part as the service renders it.
///
/// The frame takes the policy that its own answer brings: no script, nothing from elsewhere, an origin of its own. It is
/// asked for by the browser, which knows a cookie and not the key of this page.
export function mailView(mail, facts, source) {
	const row = ([name, value]) => value?.length > 0 || value instanceof Node ? h("div", { key: name }, h("dt", name), h("dd", value)) : null;
	const people = (name, list) => [name, (list ?? []).join(", ")];
	const text = mail.text ?? mail.message;
	const isFramed = Boolean(source && mail.html);
	const title = mail.subject ?? mail.kind;
	return [
		h("h2", title),
		h("dl.facts", [["From", mail.from], people("To", mail.to), people("Cc", mail.cc), people("Bcc", mail.bcc), people("Reply to", mail.replyTo), ["Topic", mail.topic], ...facts].map(row)),
		!isFramed ? null : session.by === "key" ? remark("Its HTML part is shown to those who are kept signed in in this browser: a frame cannot send the key of this page.")
			: own(`frame ${source}`, () => h("iframe", { sandbox: true, title: `E-mail: ${title}`, src: source })),
		text ? h("details.part", { open: !isFramed || session.by === "key" }, h("summary", "Text"), h("div.mail-text", text)) : null,
		(mail.attachments ?? []).length > 0 ? remark("With ", mail.attachments.map((one) => `${one.name} (${one.type}, ${bytes(one.size)})`).join(", "), ".") : null,
	];
}
