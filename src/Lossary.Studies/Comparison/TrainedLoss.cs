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

    private TrainedLoss(Objective objective, Target target, ILoss loss, TargetScale scale, bool isOnOwnScale, int outputs = 1)
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

    /// <summary>Prepares an objective without choices for the rows that train.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="training">The rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="levels">The quantiles that are asked for; empty where one prediction is.</param>
    public static TrainedLoss Of(Objective objective, FoldPart training, Target target, IReadOnlyList<double> levels)
    {
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
                Roles = head.Roles,
            };
        }

        if (QueryLoss.Is(objective.Loss))
        {
            return new(objective, target, objective.Loss, scale, isOnOwnScale: true) { Roles = QueryLoss.Roles };
        }

        if (TimeLoss.RolesOf(objective.Loss) is ArrayRoles times)
        {
            return new(objective, target, objective.Loss, scale, isOnOwnScale: true, times.Outputs.Count) { Roles = times };
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
                TimeLoss.Is(Loss)
                    ? TimeLoss.TargetsOf(Loss, part, Scale.Unit)
                    : Array.ConvertAll(part.Targets, TargetOf),
                new Shape(Roles.Targets.Count),
                rows,
                weights);
            return Roles.Groups is null ? data : data.WithGroups(part.Queries!);
        }

        return Loss is IClassLoss
            ? TrainingData.WithClasses(part.Features, width, Array.ConvertAll(part.Targets, code => (int)code), rows, weights)
            : TrainingData.WithTargets(
                part.Features,
                new Shape(width),
                [.. part.Targets.SelectMany(target => Enumerable.Repeat(TargetOf(target), _outputs))],
                new Shape(_outputs),
                rows,
                weights);
    }

    private float TargetOf(double target) => (float)(
        Loss.Card.Target.EndsOnly ? (2 * target) - 1
        : _isOnOwnScale ? target
        : Scale.Encode(target));
}
