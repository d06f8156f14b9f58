using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>FixMatch with a threshold for each class, lower for classes that are learnt less so far.</summary>
/// <remarks>
/// <code>
/// L = 1[max p̂ ≥ τ β_c/(2 − β_c)] CE(z, c)        c = argmax p̂
/// </code>
/// β is the caller's: how many samples the network is sure of by now, with a class for the answer, over the largest
/// such number; in the beginning over the number of samples that it is not sure of, where that is larger. Reference: B.
/// Zhang et al., FlexMatch: Boosting Semi-Supervised Learning with Curriculum Pseudo Labeling, 2021, arXiv:2110.08263.
/// </remarks>
/// <param name="threshold">The share from which an answer is believed for a class that is learnt; 0 to 1.</param>
public readonly struct FlexMatchLoss(double threshold) : IGraphLoss<FlexMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ThresholdCard = new(
        "threshold", @"\tau", 0.95, Domain.Unit,
        "the share from which an answer is believed for a class that is learnt");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "flexmatch",
        Title = "FlexMatch",
        Use = "Few labels, many images, and classes of which some are learnt much later than others.",
        Avoid =
            "Classes are learnt alike, or unlabelled ones are rare by nature: fixmatch has nothing to keep count of.",
        Reference = "B. Zhang et al., FlexMatch: Boosting Semi-Supervised Learning with Curriculum Pseudo Labeling, "
            + "2021, arXiv:2110.08263",
        Latex = @"[\hat p_c \ge \tau \tfrac{\beta_c}{2 - \beta_c}] \cdot \operatorname{CE}(z, c),\quad c = \arg\max_k "
            + @"\hat p_k",
        Aliases = ["curriculum-pseudo-label"],
        Names = new() { Chinese = "FlexMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters = [ThresholdCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. MatchInputs.Answers,
        new(
            "progress", @"\beta", InputKind.Probability, "k",
            "how far each class is learnt beside the one learnt best"),
    ];

    /// <summary>The share from which an answer is believed for a class that is learnt.</summary>
    public Parameter Threshold { get; } = ThresholdCard.Bind(threshold);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public static void Arrange(FlexMatchLoss loss, LossInputs<double> inputs, RandomStream random) =>
        MatchInputs.SharpenSome(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weak = tape.LogSoftmax(inputs["weak"]);
        Tensor<T> isBelieved = tape.Rent(new Shape(weak.Shape[0]));
        ReadOnlySpan<T> progress = inputs["progress"].Values;
        for (int i = 0; i < isBelieved.Shape.Length; i++)
        {
            int answer = Confidence.Answer(weak, i);
            double learnt = double.CreateTruncating(progress[answer]);
            double least = Math.Log(Threshold.Value * learnt / (2 - learnt));
            isBelieved.Values[i] =
                double.CreateTruncating(weak.Values[(i * progress.Length) + answer]) >= least ? T.One : T.Zero;
        }

        Tensor<T> losses = Confidence.CrossEntropy(tape, weak, tape.LogSoftmax(inputs["strong"]));
        return new(tape.Where(isBelieved, losses, tape.Zero()));
    }
}
