using BenchmarkDotNet.Attributes;

namespace Lossary.Benchmarks;

/// <summary>A user's formula of one line beside the shipped loss: goal, the same speed.</summary>
public class OwnLossBenchmark
{
    private const int Length = 10_000;

    private readonly LossCase _own = LossCase.Of("own-pseudo-huber", "1e4");
    private readonly LossCase _shipped = LossCase.Of("pseudo-huber", "1e4");

    [Benchmark(OperationsPerInvoke = Length)]
    public double Own() => _own.Evaluate();

    [Benchmark(OperationsPerInvoke = Length, Baseline = true)]
    public double Shipped() => _shipped.Evaluate();
}
