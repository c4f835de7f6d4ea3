internal import Formats

extension Email {
    /// The whole message (RFC 5322 with MIME) but for what SES adds: the date and the message's number.
    ///
    /// Who gets a blind copy is not in it; SES is told beside it. An e-mail of a template that lies with SES has none.
    package var raw: [UInt8]? {
        guard case .message(let message) = content else { return nil }
        var header = MailHeader()
        header.add("From", addresses: [from])
        header.add("To", addresses: to)
        header.add("Cc", addresses: cc)
        header.add("Reply-To", addresses: replyTo)
        header.add("Subject", HeaderText.encode(message.subject, in: "Subject"))
        for field in headers {
            header.add(field.name, HeaderText.encode(field.value, in: field.name))
        }
        header.add("MIME-Version", "1.0")
        return header.bytes + message.part.bytes
    }
}

extension Email.Message {
    /// What is in it: the texts, each with the files that it shows, then the files beside them.
    fileprivate var part: MIMEPart {
        let texts = texts
        let files = attachments.filter { $0.contentID == nil || html == nil }.map(MIMEPart.init)
        return files.isEmpty ? texts : MIMEPart(multipart: "mixed", [texts] + files)
    }

    private var texts: MIMEPart {
        guard let html else { return MIMEPart(text: text ?? "", subtype: "plain") }
        let shown = attachments.filter { $0.contentID != nil }.map(MIMEPart.init)
        let page = MIMEPart(text: html, subtype: "html")
        let whole = shown.isEmpty ? page : MIMEPart(multipart: "related", [page] + shown)
        guard let text else { return whole }
        // The last is what is preferred (RFC 2046 §5.1.4).
        return MIMEPart(
            multipart: "alternative",
            [MIMEPart(text: text, subtype: "plain"), whole]
        )
    }
}
