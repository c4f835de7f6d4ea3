import Glibc

/// The files that the program carries, from `config/` (links beside this file lead there): what a service runs on that is
/// given none, and what `orderd init` writes.
enum BuiltInFile: String, CaseIterable {
    case settings = "config/orderd.yaml"
    case workflow = "config/workflow.asl.json"
    case workflowTests = "config/workflow.tests.json"
    case emailSubject = "config/templates/email-subject.mustache"
    case emailText = "config/templates/email-text.mustache"
    case emailHTML = "config/templates/email-html.mustache"
    case noticeSubject = "config/templates/notice-subject.mustache"
    case noticeMessage = "config/templates/notice-message.mustache"
    case orderSchema = "config/order.schema.json"
    case schedules = "config/schedules.yaml"
    case unit = "config/orderd.service"

    /// Where it stands under the folder in which the service is started.
    var path: String { rawValue }

    var contents: [UInt8] {
        switch self {
        case .settings: PackageResources.orderd_yaml
        case .workflow: PackageResources.workflow_asl_json
        case .workflowTests: PackageResources.workflow_tests_json
        case .emailSubject: PackageResources.email_subject_mustache
        case .emailText: PackageResources.email_text_mustache
        case .emailHTML: PackageResources.email_html_mustache
        case .noticeSubject: PackageResources.notice_subject_mustache
        case .noticeMessage: PackageResources.notice_message_mustache
        case .orderSchema: PackageResources.order_schema_json
        case .schedules: PackageResources.schedules_yaml
        case .unit: PackageResources.orderd_service
        }
    }

    /// Whether there is nothing at its place; what is there and cannot be read is not absent.
    var isAbsent: Bool {
        var status = stat()
        return lstat(path, &status) != 0 && [ENOENT, ENOTDIR].contains(errno)
    }

    /// What it is for, in a few words.
    var purpose: String {
        switch self {
        case .settings: "every setting, with its default"
        case .workflow: "what is done with an order"
        case .workflowTests: "its cases, for orderd workflow test"
        case .emailSubject, .emailText: "the confirmation by e-mail"
        case .emailHTML: "its HTML form, once email.htmlTemplate names it"
        case .noticeSubject, .noticeMessage: "the notice to the shop"
        case .orderSchema: "what an order must look like, once orders.schemaFile names it"
        case .schedules: "what is run at its times"
        case .unit: "a unit for systemd"
        }
    }
}

/// A file that the service reads at its start.
struct ServiceFile {
    /// The file's path; of what the program carries, `built-in` and the path that it would have.
    let place: String
    let text: [UInt8]
    let isBuiltIn: Bool

    /// The file that a setting names; where it names none the one at its usual place, and where there is none the built-in
    /// one.
    init(_ path: String, else builtIn: BuiltInFile) throws(InputFile.Unreadable) {
        guard path.isEmpty else {
            (place, isBuiltIn) = (path, false)
            text = try InputFile(path).bytes
            return
        }
        isBuiltIn = builtIn.isAbsent
        guard isBuiltIn else {
            place = builtIn.path
            text = try InputFile(builtIn.path).bytes
            return
        }
        place = "built-in \(builtIn.path)"
        text = builtIn.contents
    }
}
