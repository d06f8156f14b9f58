using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A temporal difference that keeps down the values of actions which the data does not hold.</summary>
/// <remarks>
/// <code>
/// L = α (ln Σₖ e^(qₖ) − qₐ) + ½ (qₐ − y)²
/// </code>
/// Reference: A. Kumar et al., Conservative Q-Learning for Offline Reinforcement Learning, 2020, arXiv:2006.04779.
/// </remarks>
/// <param name="alpha">What holding values down weighs; not negative.</param>
public readonly struct ConservativeValueLoss(double alpha) : IGraphLoss<ConservativeValueLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, Domain.NonNegative, "what holding values down weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "conservative-q",
        Title = "conservative Q-learning (CQL)",
        Use = "Learning values from a fixed data set of actions.",
        Avoid = "New actions can be tried: its values are too low by design, which slows exploring down.",
        Reference = "A. Kumar et al., Conservative Q-Learning for Offline Reinforcement Learning, 2020, "
            + "arXiv:2006.04779",
        Latex = @"\alpha (\ln \sum_k e^{q_k} - q_a) + \tfrac{1}{2} (q_a - y)^2",
        Aliases = ["cql"],
        Names = new() { Chinese = "保守 Q 学习损失" },
        Tasks = LossTask.Reinforcement,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("values", "q", InputKind.Real, "n, k", "the predicted value of each action") { IsDifferentiable = true },
        new("action", "a", InputKind.ClassNumber, "n", "the action taken") { Below = "k" },
        new("target", "y", InputKind.Real, "n", "the reward and the discounted value that followed"),
    ];

    /// <summary>What holding values down weighs.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> values = inputs["values"];
        Tensor<T> chosen = PolicyInputs.Chosen(tape, values, inputs.Whole(tape, "action"));
        Tensor<T> gap = tape.Subtract(tape.LogSumExp(values, [-1]), chosen);
        Tensor<T> error = tape.Subtract(chosen, inputs["target"]);
        return new(tape.Add(tape.Scale(gap, Alpha.Value), tape.Scale(tape.Square(error), 0.5)));
    }
}
