namespace Lossary.Benchmarks;

/// <summary>Every claim about speed, measured in about a minute by a stopwatch.</summary>
internal static class QuickRun
{
    private static readonly string[] SampleLosses =
        ["squared", "absolute", "huber", "binary-cross-entropy", "binary-focal"];

    private static readonly string[] ClassSizes = ["4096x10", "4096x1000", "2048x32000"];

    /// <summary>Everything.</summary>
    public static IEnumerable<Measurement> All() => [.. Steps(), .. Exponentials(), .. OwnLoss(), .. Triad(), .. Losses()];

    /// <summary>The losses that PyTorch has too.</summary>
    public static IEnumerable<Measurement> Losses()
    {
        foreach (string size in (string[])["1e4", "1e6", "1.6e7"])
        {
            foreach (string loss in SampleLosses)
            {
                yield return PerElement($"{loss}/{size}", LossCase.Of(loss, size));
            }
        }

        foreach (string size in ClassSizes)
        {
            yield return PerElement($"cross-entropy/{size}", LossCase.Of("cross-entropy", size));
        }
    }

    /// <summary>These, and losses that PyTorch composes of several calls.</summary>
    public static IEnumerable<Measurement> LossesAndCompositions() => [.. Losses(), .. Compositions()];

    private static IEnumerable<Measurement> Compositions()
    {
        foreach (string loss in (string[])["kullback-leibler", "logistic", "hinge"])
        {
            yield return PerElement($"{loss}/1e6", LossCase.Of(loss, "1e6"));
        }

        yield return PerElement("gaussian/1e6", ArrayLossCase.Gaussian(1_000_000));
        yield return PerElement("dice/16x65536", ArrayLossCase.Dice(16, 65_536));
        yield return PerElement("triplet/4096x128", ArrayLossCase.Triplet(4096, 128));
        yield return PerElement("nt-xent/512x128", ArrayLossCase.NormalisedTemperature(512, 128));
        yield return PerElement("ctc/32x150x32", ArrayLossCase.Ctc(32, 150, 32));
        ArrayLossCase linear = ArrayLossCase.Linear(2048, 32_000, 512);
        double megabytes = linear.Megabytes();
        yield return new("linear-cross-entropy/2048x32000, memory", megabytes, "MB", megabytes, 0);
        yield return PerElement("linear-cross-entropy/2048x32000", linear);
    }

    private static IEnumerable<Measurement> Steps()
    {
        yield return Step(width: 13, batch: 32, goal: 12);

        // What compare takes on sample:ames.
        yield return Step(width: 242, batch: 62, goal: null);
    }

    private static Measurement Step(int width, int batch, double? goal)
    {
        CallTime time = StopwatchTimer.Measure(new TabularStep(width, batch).Take);
        return new(
            $"step/{width}-64-32-1, batch {batch}", time.Median / 1e3, "us", time.Fastest / 1e3, time.Bytes, goal);
    }

    private static IEnumerable<Measurement> Exponentials()
    {
        ExponentialSpans spans = new();
        yield return PerElement("exp/own", spans.Own, ExponentialSpans.Length, goal: 0.25);
        yield return PerElement("exp/TensorPrimitives", spans.OfTensorPrimitives, ExponentialSpans.Length);
        yield return PerElement("exp/MathF", spans.OfMathF, ExponentialSpans.Length);
    }

    private static IEnumerable<Measurement> OwnLoss()
    {
        foreach (string loss in (string[])["pseudo-huber", "own-pseudo-huber"])
        {
            yield return PerElement($"{loss}/1e4", LossCase.Of(loss, "1e4"));
        }
    }

    /// <summary>What memory allows a loss of 1.6e7 samples at most.</summary>
    private static IEnumerable<Measurement> Triad()
    {
        yield return PerElement("triad/1.6e7", new TriadCase(Shapes.LengthOf("1.6e7")));
    }

    private static Measurement PerElement(string name, LossCase loss) =>
        PerElement(name, loss.Evaluate, loss.Length);

    private static Measurement PerElement(string name, Func<double> call, int length, double? goal = null)
    {
        CallTime time = StopwatchTimer.Measure(call);
        return new(name, time.Median / length, "ns/element", time.Fastest / length, time.Bytes, goal);
    }
}
