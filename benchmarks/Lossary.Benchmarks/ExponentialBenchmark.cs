using BenchmarkDotNet.Attributes;

namespace Lossary.Benchmarks;

/// <summary>eˣ over floats, time for one element. Goal on AVX-512: at most 0.25 ns.</summary>
public class ExponentialBenchmark
{
    private readonly ExponentialSpans _spans = new();

    [Benchmark(OperationsPerInvoke = ExponentialSpans.Length)]
    public double Own() => _spans.Own();

    [Benchmark(OperationsPerInvoke = ExponentialSpans.Length, Baseline = true)]
    public double TensorPrimitives() => _spans.OfTensorPrimitives();

    [Benchmark(OperationsPerInvoke = ExponentialSpans.Length)]
    public double MathF() => _spans.OfMathF();
}
