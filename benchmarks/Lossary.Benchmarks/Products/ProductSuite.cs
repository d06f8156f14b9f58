using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>Matrix products on one thread and on two, as <c>peers/blas.c</c> has them.</summary>
internal static class ProductSuite
{
    public static IEnumerable<Measurement> Run()
    {
        foreach (int threads in (int[])[1, 2])
        {
            WorkerPool.Shared.Degree = threads;
            string suffix = threads == 1 ? "1 thread" : $"{threads} threads";
            foreach (ProductShape shape in ProductShape.All)
            {
                CallTime time = StopwatchTimer.Measure(shape.Call());
                yield return new($"{shape}, {suffix}", time.Median / 1e3, "us", time.Fastest / 1e3, time.Bytes);
            }
        }
    }
}
