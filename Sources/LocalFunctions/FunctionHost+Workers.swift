internal import Glibc
internal import HTTP
internal import Logging
internal import Sockets

// The lives of workers.
extension FunctionHost {
    /// Gives workers and held events their tasks, until the host has stopped and all have ended.
    ///
    /// Throws when there is nobody who would end workers if this process were killed.
    func run() async throws {
        let keeper = try WorkerKeeper()
        self.keeper = keeper
        defer { keeper.end() }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.look() }
            for await item in work {
                switch item {
                case .worker(let id): group.addTask { await self.live(id) }
                case .event(let call, let requestID):
                    group.addTask { await self.run(call, requestID) }
                }
            }
        }
    }

    /// Ends who is idle for long, and who has answered and does not come back.
    private func look() async {
        while !hasStopped, !Task.isCancelled {
            let wait = Suspension<Void>(on: loop)
            nextLook = wait
            _ = await wait.outcome(until: loop.now + configuration.lookInterval)
            for name in pools.keys {
                let old = pools[name]?.takeIdle(since: loop.now - configuration.idleLimit) ?? []
                for id in old { if let worker = workers[id] { end(worker) } }
            }
            for worker in workers.values where worker.returnDeadline.map({ $0 < loop.now }) == true
            {
                end(worker)
            }
        }
    }

    /// A worker from its start to its end.
    private func live(_ id: Int) async {
        guard let worker = workers[id] else { return }
        guard !worker.isEnding else { return ended(worker, .killed(signal: SIGTERM)) }
        do {
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: loop
            )
            let environment = environment(of: worker, at: listener.localAddress)
            let process = try WorkerProcess(command(of: worker, environment), on: loop)
            worker.process = process
            keeper?.watch(process.id)
            let server = server(of: worker, process, listener)
            await withDiscardingTaskGroup { group in
                group.addTask { await self.serve(server) }
                group.addTask { await self.readOutput(ofWorker: id, process) }
                await waitForEnd(of: process)
                process.signal(SIGKILL)
                ProcessTable.killRest(ofSession: process.id, variable: environment.mark)
                readOutput(of: worker)
                if let line = worker.lines.finish() { tell(worker, line) }
                group.cancelAll()
            }
            keeper?.forget(process.id)
            let end = process.reap()
            let fault = end.signal.map { FunctionFault.killed(signal: $0) }
            ended(worker, fault ?? .exited(status: end.status ?? 0))
        } catch {
            ended(worker, .notStarted("\(error)"))
        }
    }

    private func serve(_ server: HTTPServer) async {
        do {
            try await server.runUntilCancelled()
        } catch {
            logger.error("a worker cannot be spoken to", metadata: ["error": "\(error)"])
        }
    }

    private func waitForEnd(of process: WorkerProcess) async {
        while true {
            do throws(SocketError) {
                return try await process.exit.waitUntilReadable()
            } catch {
                // The time after SIGTERM has passed; or this task is cancelled, and then `reap` waits.
                process.signal(SIGKILL)
                process.exit.deadline = nil
                guard error.isTimeout else { return }
            }
        }
    }

    /// Tells a worker to end, in order and then without.
    func end(_ worker: Worker) {
        guard !worker.isEnding else { return }
        worker.isEnding = true
        worker.call?.finish(())
        pools[worker.function.name]?.ending(worker.id)
        guard let process = worker.process else { return }
        process.signal(SIGTERM)
        process.exit.deadline = loop.now + configuration.killPause
    }

    private func ended(_ worker: Worker, _ fault: FunctionFault) {
        workers[worker.id] = nil
        worker.call?.finish(())
        let (current, pending) = (worker.current, worker.pending)
        (worker.current, worker.pending) = (nil, nil)
        let next = nextNumber()
        // It was given to a worker that had work behind it, and is not to blame.
        if let pending, worker.isReady, !hasStopped {
            pools[worker.function.name]?.replace(worker.id, by: next)
            return start(next, for: pending)
        }
        if let event = current ?? pending {
            event.usedMB = worker.peakMB
            event.ended.finish(.fault(fault))
            event.begun.finish(())
        }
        guard let id = pools[worker.function.name]?.ended(worker.id, next: next),
            let event = waiting[id]
        else { return }
        event.assigned.finish(true)
        start(next, for: event)
    }
}

// What a worker is made of.
extension FunctionHost {
    private func environment(of worker: Worker, at address: SocketAddress) -> WorkerEnvironment {
        let id = configuration.makeRequestID().filter { $0 != "-" }
        return WorkerEnvironment(
            function: worker.function,
            region: configuration.region,
            address: "\(address)",
            path: configuration.path,
            passed: configuration.passed,
            logStream: "local/[\(LocalFunction.version)]\(id)"
        )
    }

    private func command(
        of worker: Worker,
        _ environment: WorkerEnvironment
    ) -> WorkerProcess.Command {
        let function = worker.function
        let words =
            switch function.program {
            case .python:
                [configuration.python, "-c", PythonBootstrap.text, function.handler]
            case .command(let words): words
            }
        return WorkerProcess.Command(
            path: words[0],
            arguments: words,
            environment: environment.variables,
            folder: function.folder,
            owner: function.owner ?? configuration.owner,
            memoryMB: function.memoryMB
        )
    }

    private func server(
        of worker: Worker,
        _ process: WorkerProcess,
        _ listener: TCPListener
    ) -> HTTPServer {
        var limits = ServerConfiguration()
        limits.maximumBodySize = FunctionFault.largestAnswer
        limits.maximumConnections = 16
        // A worker that works says nothing on its connection.
        limits.idleTimeout = worker.function.timeout + .seconds(60)
        let (own, session, logger) = (listener.localAddress, process.id, logger)
        return HTTPServer(
            configuration: limits,
            listener: listener,
            loops: [loop],
            logger: logger,
            doorkeeper: { peer in
                if ProcessTable.isOwned(peer, to: own, bySession: session) { return true }
                logger.warning(
                    "a stranger knocked at a worker's port",
                    metadata: ["peer": "\(peer)", "process": .stringConvertible(session)]
                )
                return false
            },
            handler: RuntimeHandler(host: self, worker: worker.id)
        )
    }
}

// What a worker writes.
extension FunctionHost {
    private func readOutput(ofWorker id: Int, _ process: WorkerProcess) async {
        guard let worker = workers[id] else { return }
        do throws(SocketError) {
            while true {
                var bytes: [UInt8] = []
                guard try await process.output.read(into: &bytes, limit: Self.readLimit) > 0
                else { return }
                for line in worker.lines.add(bytes) { tell(worker, line) }
                // Who writes without end must not keep the others on the loop from their turn.
                await Task.yield()
            }
        } catch {
            // Closed or cancelled: the worker has ended.
        }
    }

    /// Takes what is there, so that an event has its lines before its end is told.
    func readOutput(of worker: Worker) {
        guard let process = worker.process else { return }
        var bytes: [UInt8] = []
        do throws(SocketError) {
            while bytes.count < Self.drainLimit,
                let count = try process.output.readNow(into: &bytes, limit: Self.readLimit),
                count > 0
            {}
        } catch {
            // Closed: there is nothing to take.
        }
        for line in worker.lines.add(bytes) { tell(worker, line) }
    }

    private static let readLimit = 65_536
    /// What is more than this comes a little later.
    private static let drainLimit = 1_048_576

    private func tell(_ worker: Worker, _ line: String) {
        if let event = worker.current ?? worker.pending {
            tell(event, line)
        } else {
            let metadata: Logger.Metadata = [
                "lambda.function": "\(worker.function.name)", "lambda.line": "\(line)",
            ]
            logger.info("function", metadata: metadata)
        }
    }

    /// A line of an event goes to our log and to its tail.
    func tell(_ event: Event, _ line: String) {
        event.tail.add(line)
        logger.info(
            "function",
            metadata: [
                "lambda.function": "\(event.function.name)",
                "lambda.requestId": "\(event.requestID)", "lambda.line": "\(line)",
            ]
        )
    }
}
