/// A file of the console, which the program carries.
struct ConsoleFile: Sendable {
    /// Its path under `/console/`, and under `Files/` beside this file.
    let name: String
    /// What is served.
    let contents: [UInt8]

    private init(_ name: String, _ written: [UInt8]) {
        self.name = name
        contents =
            name.hasSuffix(".js") || name.hasSuffix(".css") ? Self.shortened(written) : written
    }

    var mediaType: String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }

    /// The page that every view of the console begins as.
    static let shellName = "index.html"

    /// All that there are; a test compares them with the folder.
    static let all = [
        ConsoleFile("api.js", PackageResources.api_js),
        ConsoleFile("app.css", PackageResources.app_css),
        ConsoleFile("app.js", PackageResources.app_js),
        ConsoleFile("bulk-actions.js", PackageResources.bulk_actions_js),
        ConsoleFile("chart.js", PackageResources.chart_js),
        ConsoleFile("dialogs.js", PackageResources.dialogs_js),
        ConsoleFile("dom.js", PackageResources.dom_js),
        ConsoleFile("execution-view.js", PackageResources.execution_view_js),
        ConsoleFile("execution.js", PackageResources.execution_js),
        ConsoleFile("format.js", PackageResources.format_js),
        ConsoleFile("graph-layout.js", PackageResources.graph_layout_js),
        ConsoleFile("graph-view.js", PackageResources.graph_view_js),
        ConsoleFile("history-table.js", PackageResources.history_table_js),
        ConsoleFile("icon.svg", PackageResources.icon_svg),
        ConsoleFile("icons.js", PackageResources.icons_js),
        ConsoleFile("index.html", PackageResources.index_html),
        ConsoleFile("json-check.js", PackageResources.json_check_js),
        ConsoleFile("json-editor.js", PackageResources.json_editor_js),
        ConsoleFile("json-view.js", PackageResources.json_view_js),
        ConsoleFile("kit.js", PackageResources.kit_js),
        ConsoleFile("list-page.js", PackageResources.list_page_js),
        ConsoleFile("live.js", PackageResources.live_js),
        ConsoleFile("machine.js", PackageResources.machine_js),
        ConsoleFile("mail-view.js", PackageResources.mail_view_js),
        ConsoleFile("monitor.js", PackageResources.monitor_js),
        ConsoleFile("names.js", PackageResources.names_js),
        ConsoleFile("order-actions.js", PackageResources.order_actions_js),
        ConsoleFile("paged-list.js", PackageResources.paged_list_js),
        ConsoleFile("pages/deliveries-page.js", PackageResources.deliveries_page_js),
        ConsoleFile("pages/failed-page.js", PackageResources.failed_page_js),
        ConsoleFile("pages/mailbox-page.js", PackageResources.mailbox_page_js),
        ConsoleFile("pages/nodes-page.js", PackageResources.nodes_page_js),
        ConsoleFile("pages/now-page.js", PackageResources.now_page_js),
        ConsoleFile("pages/order-page.js", PackageResources.order_page_js),
        ConsoleFile("pages/orders-page.js", PackageResources.orders_page_js),
        ConsoleFile("pages/schedules-page.js", PackageResources.schedules_page_js),
        ConsoleFile("pages/settings-page.js", PackageResources.settings_page_js),
        ConsoleFile("pages/suppressions-page.js", PackageResources.suppressions_page_js),
        ConsoleFile("pages/tasks-page.js", PackageResources.tasks_page_js),
        ConsoleFile("pages/workflow-page.js", PackageResources.workflow_page_js),
        ConsoleFile("pages/workflows-page.js", PackageResources.workflows_page_js),
        ConsoleFile("router.js", PackageResources.router_js),
        ConsoleFile("settings.js", PackageResources.settings_js),
        ConsoleFile("status.js", PackageResources.status_js),
        ConsoleFile("table.js", PackageResources.table_js),
        ConsoleFile("theme.js", PackageResources.theme_js),
        ConsoleFile("timeline.js", PackageResources.timeline_js),
        ConsoleFile("try-out.js", PackageResources.try_out_js),
        ConsoleFile("virtual-rows.js", PackageResources.virtual_rows_js),
    ]

    /// The text without indents, and without lines that are comments, whose places stay empty so that a browser names the line
    /// that is in the file.
    private static func shortened(_ text: [UInt8]) -> [UInt8] {
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let short = lines.map { line in
            let rest = line.drop { $0 == UInt8(ascii: "\t") }
            return rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8) ? [] : rest
        }
        return Array(short.joined(separator: [UInt8(ascii: "\n")]))
    }
}
