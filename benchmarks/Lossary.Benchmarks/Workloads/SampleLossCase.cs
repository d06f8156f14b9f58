using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>Losses of one prediction and one target.</summary>
internal static class SampleLossCase
{
    public static LossCase Of(string loss, int length) => loss switch
    {
        "squared" => new SampleLossCase<SquaredLoss>(new(), length),
        "absolute" => new SampleLossCase<AbsoluteLoss>(new(), length),
        "huber" => new SampleLossCase<HuberLoss>(new(1), length),
        "pseudo-huber" => new SampleLossCase<PseudoHuberLoss>(new(1), length),
        "own-pseudo-huber" => new SampleLossCase<OwnPseudoHuberLoss>(new(), length),
        "binary-cross-entropy" => new SampleLossCase<BinaryCrossEntropyLoss>(new(), length, Class),
        "binary-focal" => new SampleLossCase<BinaryFocalLoss<Squared>>(new(2, 0.25), length, Class),
        "logistic" => new SampleLossCase<LogisticLoss>(new(), length, Sign),
        "hinge" => new SampleLossCase<HingeLoss>(new(), length, Sign),
        "kullback-leibler" => new SampleLossCase<KullbackLeiblerLoss>(new(), length, Share),
        _ => throw new ArgumentException($"No case is named {loss}.", nameof(loss)),
    };

    private static float Class(float number) => number > 0 ? 1 : 0;

    private static float Sign(float number) => number > 0 ? 1 : -1;

    private static float Share(float number) => 1 / (1 + (number * number));
}

/// <summary>One such loss, as <c>new HuberLoss(1).Mean(predictions, targets, gradient)</c> runs it.</summary>
internal sealed class SampleLossCase<TLoss> : LossCase
    where TLoss : struct, ISampleLoss<TLoss>
{
    private readonly TLoss _loss;
    private readonly Memory<float> _predictions;
    private readonly Memory<float> _targets;
    private readonly Memory<float> _gradient;

    public SampleLossCase(TLoss loss, int length, Func<float, float>? targetOf = null)
    {
        _loss = loss;
        _predictions = OffsetMemory.Of<float>(length, 0);
        _targets = OffsetMemory.Of<float>(length, 1);
        _gradient = OffsetMemory.Of<float>(length, 2);
        RandomStream random = new(1);
        random.FillNormal(_predictions.Span);
        random.FillNormal(_targets.Span);
        if (targetOf is not null)
        {
            foreach (ref float target in _targets.Span)
            {
                target = targetOf(target);
            }
        }
    }

    public override int Length => _predictions.Length;

    public override double Evaluate() => _loss.Mean<TLoss, float>(_predictions.Span, _targets.Span, _gradient.Span);
}
