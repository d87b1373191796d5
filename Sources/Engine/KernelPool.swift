internal import Synchronization

/// Kernels that are not in use; each call borrows one, so that what it remembers of entries serves the next.
final class KernelPool: Sendable {
    private let program: Program
    private let graph: InventoryGraph
    private let idle = Mutex<[Box]>([])

    /// A kernel is used by one thread at a time: by the one that took it from the pool.
    private struct Box: @unchecked Sendable { let kernel: Kernel }

    init(_ program: Program, _ graph: InventoryGraph) { (self.program, self.graph) = (program, graph) }

    func use<R>(_ body: (Kernel) -> R) -> R {
        let box = idle.withLock { $0.popLast() } ?? Box(kernel: Kernel(program, graph: graph))
        defer { idle.withLock { $0.append(box) } }
        return body(box.kernel)
    }
}
