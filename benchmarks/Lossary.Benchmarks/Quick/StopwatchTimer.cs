using System.Diagnostics;

namespace Lossary.Benchmarks;

/// <summary>How long a call took.</summary>
/// <param name="Median">Of the batches' means, in nanoseconds.</param>
/// <param name="Fastest">The fastest batch's mean, in nanoseconds.</param>
/// <param name="Bytes">Allocated by one call, from the mean over all batches.</param>
internal readonly record struct CallTime(double Median, double Fastest, double Bytes);

/// <summary>Times short calls by batches of about a millisecond: a median of many survives a busy neighbour.</summary>
internal static class StopwatchTimer
{
    private const int Batches = 1000;
    private const int FewestBatches = 7;
    private const double BatchSeconds = 1e-3;
    private const double WarmUpSeconds = 0.5;
    private const double LongestSeconds = 0.5;

    public static CallTime Measure(Func<double> call)
    {
        int calls = CallsOfBatch(call);
        double batchSeconds = Seconds(call, calls);
        int batches = Math.Clamp((int)(LongestSeconds / batchSeconds), FewestBatches, Batches);
        double[] means = new double[batches];
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = 1e9 * Seconds(call, calls) / calls;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(means);
        return new(means[means.Length / 2], means[0], (double)allocated / ((long)batches * calls));
    }

    /// <summary>Runs until the just-in-time compiler is done, and finds how many calls make a batch.</summary>
    private static int CallsOfBatch(Func<double> call)
    {
        long started = Stopwatch.GetTimestamp();
        int calls = 1;
        double seconds = Seconds(call, calls);
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < WarmUpSeconds)
        {
            calls = (int)Math.Clamp(calls * BatchSeconds / Math.Max(seconds, 1e-8), 1, 1_000_000);
            seconds = Seconds(call, calls);
        }

        return calls;
    }

    private static double Seconds(Func<double> call, int calls)
    {
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            call();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
