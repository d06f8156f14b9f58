using BenchmarkDotNet.Attributes;

namespace Lossary.Benchmarks;

/// <summary>Value and gradient of cross entropy, few classes and many.</summary>
[MemoryDiagnoser]
public class ClassLossBenchmark
{
    private LossCase? _case;

    [Params("4096x10", "4096x1000")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _case = LossCase.Of("cross-entropy", Size);

    [Benchmark]
    public double Value_and_gradient() => _case!.Evaluate();
}
