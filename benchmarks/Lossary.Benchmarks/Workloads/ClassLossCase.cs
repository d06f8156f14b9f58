using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>A loss of rows of scores, on the pool's threads.</summary>
internal sealed class ClassLossCase : LossCase
{
    private readonly IClassLoss _loss;
    private readonly int _classes;
    private readonly Memory<float> _scores;
    private readonly Memory<float> _gradient;
    private readonly Memory<int> _targets;

    public ClassLossCase(string loss, int rows, int classes)
    {
        _loss = LossCatalogue.Create<IClassLoss>(loss);
        _classes = classes;
        _scores = OffsetMemory.Of<float>(rows * classes, 0);
        _gradient = OffsetMemory.Of<float>(rows * classes, 1);
        _targets = OffsetMemory.Of<int>(rows, 2);
        RandomStream random = new(1);
        random.FillNormal(_scores.Span);
        foreach (ref int target in _targets.Span)
        {
            target = (int)(random.NextUInt32() % (uint)classes);
        }
    }

    public override int Length => _scores.Length;

    public override double Evaluate() => _loss.Evaluate(new ClassBatch<float>
    {
        Scores = _scores.Span,
        Classes = _classes,
        Targets = _targets.Span,
        Gradient = _gradient.Span,
    }).Mean;
}
