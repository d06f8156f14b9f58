using BenchmarkDotNet.Attributes;

namespace Lossary.Benchmarks;

/// <summary>Value and gradient of losses of one prediction and one target.</summary>
[MemoryDiagnoser]
public class LossBenchmark
{
    private LossCase? _case;

    [Params("1e4", "1e6")]
    public string Size { get; set; } = "";

    [Params("squared", "absolute", "huber", "binary-cross-entropy", "binary-focal")]
    public string Loss { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _case = LossCase.Of(Loss, Size);

    [Benchmark]
    public double Value_and_gradient() => _case!.Evaluate();
}
