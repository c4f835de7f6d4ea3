/// What callgrind and vgdb print of threads.
enum CallgrindOutput {
    /// The number of the thread and its instructions, from a file of `--separate-threads=yes`.
    ///
    /// Its head has `thread: 5` and `summary: 30139149`, the instructions since the counters were set to zero.
    static func instructions(_ file: String) -> (thread: Int, count: Double)? {
        var thread: Int?
        for line in file.split(separator: "\n", maxSplits: 64) {
            let words = line.split(separator: " ")
            guard words.count == 2 else { continue }
            switch words[0] {
            case "thread:": thread = Int(words[1])
            case "summary:":
                guard let thread, let count = Double(words[1]) else { return nil }
                return (thread, count)
            default: continue
            }
        }
        return nil
    }

    /// Valgrind's numbers of threads, and the kernel's, from `vgdb v.info scheduler`.
    ///
    /// A line is `Thread 5: status = VgTs_WaitSys syscall 232 (lwpid 10579)`.
    static func kernelThreads(_ scheduler: String) -> [Int: Int] {
        var threads: [Int: Int] = [:]
        for line in scheduler.split(separator: "\n") {
            let words = line.split { " :()".contains($0) }
            guard words.count > 3, words[0] == "Thread", let number = Int(words[1]),
                words[words.count - 2] == "lwpid", let kernel = words.last.flatMap({ Int($0) })
            else { continue }
            threads[number] = kernel
        }
        return threads
    }

    /// The instructions by group of threads; those of threads that are gone are `other`.
    static func cost(files: [String], names: [Int: String]) -> Cost {
        var cost = Cost(unit: .instructions, total: 0, threads: [:])
        for (thread, count) in files.compactMap(instructions) {
            cost.total += count
            cost.threads[names[thread].map(threadGroup) ?? "other", default: 0] += count
        }
        return cost
    }
}
