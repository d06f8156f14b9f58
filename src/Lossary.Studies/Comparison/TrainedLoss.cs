using Lossary.Data;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>An objective as a network's raw outputs meet it: on which scale, with which weights and offsets.</summary>
internal sealed class TrainedLoss
{
    private readonly Objective _objective;
    private readonly Target _target;
    private readonly bool _isOnOwnScale;
    private readonly int _outputs;

    private TrainedLoss(
        Objective objective, Target target, ILoss loss, TargetScale scale, bool isOnOwnScale, int outputs = 1)
    {
        _outputs = outputs;
        _objective = objective;
        _target = target;
        Loss = loss;
        Scale = scale;
        _isOnOwnScale = isOnOwnScale;
    }

    /// <summary>What is minimised, by raw outputs.</summary>
    public ILoss Loss { get; }

    /// <summary>From raw outputs to the target's own scale.</summary>
    public TargetScale Scale { get; }

    /// <summary>Why a network cannot be trained with a loss for a numeric target; null if it can.</summary>
    public static string? RefusalOf(ILoss loss)
    {
        const string OnProbabilities = "-on-probabilities";
        Domain domain = loss.Card.Prediction;
        string onLogits = loss.Card.Key.Replace(OnProbabilities, "", StringComparison.Ordinal);
        return domain.IsEverything || OwnScale.CanReach(domain)
            ? null
            : $"{loss.Card.Key} takes predictions in {domain} only, which a network's output need not be"
                + (onLogits == loss.Card.Key ? "" : $"; {onLogits} is the same on logits");
    }

    /// <summary>What a network puts out for a row.</summary>
    public int Outputs => Loss is IClassLoss ? _target.ClassNames.Count : _outputs;

    /// <summary>Whether the outputs are the quantiles that are asked for.</summary>
    public bool GivesQuantiles => Loss is SeveralQuantiles;

    /// <summary>The distribution whose parameters the outputs are; null where they are something else.</summary>
    public DistributionHead? Head { get; private init; }

    /// <summary>How a loss of several arrays meets network and data; null for other losses.</summary>
    public ArrayRoles? Roles { get; private init; }

    /// <summary>What the numbers that all rows share start from; empty where there are none.</summary>
    public IReadOnlyList<double> Shared { get; private init; } = [];

    /// <summary>Where the target is cut off, for a loss that knows of it; null for others.</summary>
    public TargetLimits? Limits { get; private init; }

    /// <summary>Prepares an objective without choices for the rows that train.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="training">The rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="options">The quantiles that are asked for, what mistakes cost, how often labels are wrong.</param>
    public static TrainedLoss Of(Objective objective, FoldPart training, Target target, ComparisonOptions options)
    {
        IReadOnlyList<double> levels = options.Quantiles;
        TargetScale scale = TargetScale.Of(objective.Loss, training.Targets);
        if (levels.Count > 0 && objective.Loss.Card.Key == SeveralQuantiles.Key)
        {
            return new(objective, target, new SeveralQuantiles(levels), scale, isOnOwnScale: false, levels.Count);
        }

        if (DistributionHead.Find(objective.Loss.Card.Key) is DistributionHead head)
        {
            return new(objective, target, objective.Loss, scale, isOnOwnScale: false, head.Outputs.Count)
            {
                Head = head,
                Roles = head.Roles with { Offsets = OffsetsOf(head, training) },
                Limits = head.KnowsLimits ? TargetLimits.Of(target) : null,
            };
        }

        if (ArrayTraining.RolesOf(objective.Loss, target, options) is ArrayRoles roles)
        {
            return new(objective, target, objective.Loss, scale, isOnOwnScale: true, roles.OutputCount)
            {
                Roles = roles,
                Shared = roles.Shared is null ? [] : ThresholdLink.CutsOf(training.CountsOf(target)),
            };
        }

        if (target.IsClass)
        {
            double[]? offsets = objective.Adjustment?.OffsetsOf(training.CountsOf(target));
            ILoss loss = offsets is null ? objective.Loss : AdjustedLogits.Of(objective.Loss, offsets);
            return new(objective, target, loss, scale, isOnOwnScale: true);
        }

        return OwnScale.IsNeededBy(objective.Loss)
            ? new(objective, target, new OwnScale((ISampleLoss)objective.Loss, scale), scale, isOnOwnScale: true)
            : new(objective, target, scale.Learnt(objective.Loss), scale, isOnOwnScale: false);
    }

    /// <summary>Targets as the loss takes them, and the rows' weights.</summary>
    public TrainingData DataOf(FoldPart part, int width)
    {
        int[] rows = [.. Enumerable.Range(0, part.Count)];
        double[]? ofClass = _objective.Adjustment?.WeightsOf(part.CountsOf(_target));
        float[]? weights = ofClass is null && part.Weights is null
            ? null
            : Array.ConvertAll(rows, i => (float)((part.Weights?[i] ?? 1) * (ofClass?[(int)part.Targets[i]] ?? 1)));
        if (Roles is not null)
        {
            TrainingData data = TrainingData.WithTargets(
                part.Features,
                new Shape(width),
                TimeLoss.Is(Loss) ? TimeLoss.TargetsOf(Loss, part, Scale.Unit)
                    : Limits is not null ? TargetsAndSides(part)
                    : Array.ConvertAll(part.Targets, TargetOf),
                new Shape(Roles.Targets.Count),
                rows,
                weights);
            return Roles.Groups is null ? data : data.WithGroups(part.Queries!);
        }

        return Loss is IClassLoss
            ? TrainingData.WithClasses(
                part.Features, width, Array.ConvertAll(part.Targets, code => (int)code), rows, weights)
            : TrainingData.WithTargets(
                part.Features,
                new Shape(width),
                [.. part.Targets.SelectMany(target => Enumerable.Repeat(TargetOf(target), _outputs))],
                new Shape(_outputs),
                rows,
                weights);
    }

    /// <summary>Raw outputs as the head reads them.</summary>
    public float[] WithOffsets(float[] raw) => Roles is not { Offsets: { Count: > 0 } offsets }
        ? raw
        : [.. raw.Select((output, i) => output + offsets[i % offsets.Count])];

    /// <summary>From the scale that is learnt to what would be observed.</summary>
    public double Observed(double learnt)
    {
        double value = Scale.Decode(learnt);
        return Limits?.Clamp(value) ?? value;
    }

    /// <summary>Counts cannot be divided by their size: their logarithm starts at that of the mean instead.</summary>
    private static float[] OffsetsOf(DistributionHead head, FoldPart training)
    {
        if (head.LogMean < 0)
        {
            return [];
        }

        float[] offsets = new float[head.Outputs.Count];
        offsets[head.LogMean] = (float)Math.Log(Math.Max(training.Targets.Average(), 1.0 / training.Count));
        return offsets;
    }

    private float[] TargetsAndSides(FoldPart part)
    {
        float[] targets = new float[3 * part.Count];
        for (int i = 0; i < part.Count; i++)
        {
            double value = part.Targets[i];
            bool isValue = part.Events?[i] ?? true;
            targets[3 * i] = TargetOf(value);
            targets[(3 * i) + 1] = Limits!.IsAtMost(value, isValue) ? 1 : 0;
            targets[(3 * i) + 2] = Limits.IsAtLeast(value, isValue) ? 1 : 0;
        }

        return targets;
    }

    private float TargetOf(double target) => (float)(
        Loss.Card.Target.EndsOnly ? (2 * target) - 1
        : _isOnOwnScale ? target
        : Scale.Encode(target));
}
