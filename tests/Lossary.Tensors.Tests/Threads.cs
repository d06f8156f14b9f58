using Lossary.Numerics;

namespace Lossary.Tensors.Tests;

/// <summary>Computes something on one thread and on three.</summary>
internal static class Threads
{
    public static (TResult Alone, TResult Shared) Both<TResult>(Func<TResult> compute) =>
        (With(1, compute), With(3, compute));

    private static TResult With<TResult>(int degree, Func<TResult> compute)
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
