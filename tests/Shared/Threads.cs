using Lossary.Numerics;

namespace Lossary.Tests.Shared;

/// <summary>Computes something on a chosen number of threads.</summary>
/// <remarks>The pool is the process's: one test at a time may say how many threads it has.</remarks>
internal static class Threads
{
    private static readonly Lock Gate = new();

    public static (TResult Alone, TResult Shared) Both<TResult>(Func<TResult> compute) =>
        (Run(1, compute), Run(3, compute));

    public static TResult Run<TResult>(int degree, Func<TResult> compute)
    {
        lock (Gate)
        {
            int before = WorkerPool.Shared.Degree;
            WorkerPool.Shared.Degree = degree;
            try
            {
                return compute();
            }
            finally
            {
                WorkerPool.Shared.Degree = before;
            }
        }
    }
}
