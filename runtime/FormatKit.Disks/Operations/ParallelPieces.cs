using System.Runtime.ExceptionServices;

namespace FormatKit.Disks.Operations;

/// <summary>Carries out pieces of work on several threads. Pieces are taken in order, one at a time, so that a lazy
/// source of them is never far ahead of the work.</summary>
internal static class ParallelPieces
{
    /// <param name="pieces">The pieces; enumerated under a lock.</param>
    /// <param name="workers">How many threads; 0 for one a processor.</param>
    /// <param name="newState">Makes what a worker keeps from piece to piece.</param>
    /// <param name="work">Does one piece.</param>
    /// <param name="cancellation">Stops between two pieces.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Run<TPiece, TState>(
        IEnumerable<TPiece> pieces, int workers, Func<TState> newState, Action<TPiece, TState> work,
        CancellationToken cancellation)
    {
        using var source = new PieceSource<TPiece>(pieces);
        var failure = default(ExceptionDispatchInfo);
        var count = workers > 0 ? workers : Environment.ProcessorCount;
        var threads = Enumerable.Range(1, count - 1).Select(_ => new Thread(Work) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        Work();
        threads.ForEach(thread => thread.Join());
        failure?.Throw();
        cancellation.ThrowIfCancellationRequested();

        void Work()
        {
            try
            {
                var state = newState();
                while (Volatile.Read(ref failure) is null && !cancellation.IsCancellationRequested
                    && source.TryTake(out var piece))
                {
                    work(piece, state);
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
    }

    private sealed class PieceSource<TPiece>(IEnumerable<TPiece> pieces) : IDisposable
    {
        private readonly IEnumerator<TPiece> _pieces = pieces.GetEnumerator();
        private readonly Lock _lock = new();
        private bool _ended;

        public bool TryTake(out TPiece piece)
        {
            lock (_lock)
            {
                _ended = _ended || !_pieces.MoveNext();
                piece = _ended ? default! : _pieces.Current;
                return !_ended;
            }
        }

        public void Dispose() => _pieces.Dispose();
    }
}
