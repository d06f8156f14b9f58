using BenchmarkDotNet.Attributes;

namespace Lossary.Benchmarks;

/// <summary>A training step of a small network. Goal: at most 12 µs, nothing allocated.</summary>
[MemoryDiagnoser]
public class TabularStepBenchmark
{
    private readonly TabularStep _small = new(width: 13, batch: 32);
    private readonly TabularStep _ames = new(width: 242, batch: 62);

    [Benchmark(Baseline = true)]
    public double Width_13_batch_32() => _small.Take();

    [Benchmark]
    public double Width_242_batch_62() => _ames.Take();
}
