using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy with the new labels, and with the softened old answers over the old classes.</summary>
/// <remarks>
/// <code>
/// L = CE(z, y) + α CE(softmax(ẑ/τ), softmax(z_old/τ))
/// </code>
/// Reference: Z. Li, D. Hoiem, Learning without Forgetting, 2016, arXiv:1606.09282.
/// </remarks>
/// <param name="alpha">What the old answers weigh; not negative.</param>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct LearningWithoutForgettingLoss(double alpha, double temperature)
    : IGraphLoss<LearningWithoutForgettingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, Domain.NonNegative, "what the old answers weigh");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 2, Domain.Positive, "what logits are divided by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lwf",
        Title = "learning without forgetting",
        Use = "New classes for a classifier whose old data is gone: its old answers on the new data stand in.",
        Avoid = "Old data are at hand: training on both is better. New data unlike the old say little of old answers.",
        Reference = "Z. Li, D. Hoiem, Learning without Forgetting, 2016, arXiv:1606.09282",
        Latex = @"\operatorname{CE}(z, y) + \alpha \operatorname{CE}\left(\sigma(\hat z / \tau), \sigma(z_{1 "
            + @"\ldots m} / \tau)\right)",
        Names = new() { Chinese = "无遗忘学习" },
        Translations =
        [
            new(
                "avalanche.training.LwF(alpha=1.0, temperature=2.0)",
                "lwf:alpha={alpha},temperature={temperature}",
                "a divergence: less by the entropy of the old network"),
        ],
        Tasks = LossTask.None,
        Parameters = [AlphaCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
        new("recorded", @"\hat z", InputKind.Real, "n, m",
            "the old network's logits of its m classes, the first of the k"),
    ];

    /// <summary>What the old answers weigh.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int old = RequireFewerOld(inputs);
        Tensor<T> kept = tape.LogSoftmax(tape.Scale(tape.Slice(inputs["logits"], 1, 0, old), 1 / Temperature.Value));
        Tensor<T> recorded = tape.Softmax(tape.Scale(inputs["recorded"], 1 / Temperature.Value));
        Tensor<T> soft = tape.Negate(tape.Sum(tape.Multiply(recorded, kept), [-1]));
        Tensor<T> hard = tape.CrossEntropyRows(inputs["logits"], inputs.Whole(tape, "target"));
        return new(tape.Add(hard, tape.Scale(soft, Alpha.Value)));
    }

    /// <summary>How many old classes there are: no more than in all.</summary>
    internal static int RequireFewerOld<T>(LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int old = inputs.Extent("m");
        return old <= inputs.Extent("k") ? old : throw new ArgumentException(
            $"recorded has {old} classes, logits has {inputs.Extent("k")}; the old classes are the first of all.",
            nameof(inputs));
    }
}
