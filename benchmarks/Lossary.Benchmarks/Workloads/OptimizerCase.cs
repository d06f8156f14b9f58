using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>An optimizer's step over parameters that lie in memory, not in a cache.</summary>
internal sealed class OptimizerCase
{
    /// <summary>How many parameters PyTorch's side has too.</summary>
    public const int Parameters = 10_000_000;

    private readonly Optimizer<float> _optimizer;
    private readonly Memory<float> _parameters;
    private readonly Memory<float> _gradients;

    /// <summary>Draws parameters and gradients.</summary>
    /// <param name="optimizer">The optimizer.</param>
    public OptimizerCase(Optimizer<float> optimizer)
    {
        _optimizer = optimizer;
        _parameters = OffsetMemory.Of<float>(Parameters, place: 0);
        _gradients = OffsetMemory.Of<float>(Parameters, place: 1);
        RandomStream random = new(1);
        random.FillNormal(_parameters.Span);
        random.FillNormal(_gradients.Span);
    }

    /// <summary>Takes a step; one of the parameters after it.</summary>
    public double Step()
    {
        _optimizer.Step(_parameters.Span, _gradients.Span);
        return _parameters.Span[0];
    }
}
