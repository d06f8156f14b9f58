using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A policy and its values from actions that an older policy took, with corrections that are clipped.
/// </summary>
/// <remarks>
/// <code>
/// ρₛ = min(ρ̄, e^(ℓ − ℓ₀)),  cₛ = min(c̄, e^(ℓ − ℓ₀)),  δₛ = ρₛ (rₛ + γ Vₛ₊₁ − Vₛ)
/// vₛ = Vₛ + δₛ + γ cₛ (vₛ₊₁ − Vₛ₊₁)
/// Lₛ = −ρₛ (rₛ + γ vₛ₊₁ − Vₛ) ℓₛ + b ½ (vₛ − Vₛ)²
/// </code>
/// v, ρ and the advantage have no gradient. After a step that is done nothing follows. There is one term for each step;
/// add policy-entropy for exploration. Reference: L. Espeholt et al., IMPALA: Scalable Distributed Deep-RL with
/// Importance Weighted Actor-Learner Architectures, 2018, arXiv:1802.01561.
/// </remarks>
/// <param name="discount">What a reward one step later is worth; 0 to 1.</param>
/// <param name="ratio">The largest weight of a step; positive.</param>
/// <param name="trace">The largest weight of what follows; positive.</param>
/// <param name="valueWeight">What the value weighs; not negative.</param>
public readonly struct TraceCorrectedLoss(double discount, double ratio, double trace, double valueWeight)
    : IGraphLoss<TraceCorrectedLoss>, IDocumentedLoss
{
    private static readonly ParameterCard RatioCard = new(
        "ratio", @"\bar\rho", 1, Domain.Positive, "the largest weight of a step");

    private static readonly ParameterCard TraceCard = new(
        "trace", @"\bar c", 1, Domain.Positive, "the largest weight of what follows");

    private static readonly ParameterCard ValueWeightCard = new(
        "value-weight", "b", 0.5, Domain.NonNegative, "what the value weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "v-trace",
        Title = "V-trace",
        Use = "Actors that run apart from the learner, so that their policies are a little old.",
        Avoid = "Actions are the policy's own: take ppo-clip or a2c.",
        Reference = "L. Espeholt et al., IMPALA: Scalable Distributed Deep-RL with Importance Weighted Actor-Learner "
            + "Architectures, 2018, arXiv:1802.01561",
        Latex = @"-\rho_s (r_s + \gamma v_{s + 1} - V_s) \ell_s + \tfrac{b}{2} (v_s - V_s)^2",
        Aliases = ["impala"],
        Names = new() { Chinese = "V-trace 损失" },
        Tasks = LossTask.Reinforcement,
        Parameters = [PolicyInputs.Discount, RatioCard, TraceCard, ValueWeightCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("value", "V", InputKind.Real, "n, t", "the predicted value before each step") { IsDifferentiable = true },
        new("log-probability", @"\ell", InputKind.Real, "n, t", "the policy's log-probability of the action taken")
        {
            IsDifferentiable = true,
        },
        new("behaviour", @"\ell_0", InputKind.Real, "n, t", "its log-probability when it was taken"),
        new("reward", "r", InputKind.Real, "n, t", "the reward that came"),
        new("next-value", @"V_{t}", InputKind.Real, "n", "the predicted value after the last step, a constant"),
        new("done", "d", InputKind.Flag, "n, t", "1 where the episode ended with this step") { IsOptional = true },
    ];

    /// <summary>What a reward one step later is worth.</summary>
    public Parameter Discount { get; } = PolicyInputs.Discount.Bind(discount);

    /// <summary>The largest weight of a step.</summary>
    public Parameter Ratio { get; } = RatioCard.Bind(ratio);

    /// <summary>The largest weight of what follows.</summary>
    public Parameter Trace { get; } = TraceCard.Bind(trace);

    /// <summary>What the value weighs.</summary>
    public Parameter ValueWeight { get; } = ValueWeightCard.Bind(valueWeight);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> values = inputs["value"], logs = inputs["log-probability"];
        Tensor<T> targets = tape.Rent(values.Shape), advantages = tape.Rent(values.Shape);
        int steps = values.Shape[1];
        for (int row = 0; row < values.Shape[0]; row++)
        {
            double next = double.CreateTruncating(inputs["next-value"].Values[row]), corrected = next;
            for (int i = ((row + 1) * steps) - 1; i >= row * steps; i--)
            {
                double ratio = Math.Exp(Number(logs, i) - Number(inputs["behaviour"], i));
                double weight = Math.Min(Ratio.Value, ratio);
                double reward = Number(inputs["reward"], i), value = Number(values, i);
                bool ends = inputs.Find("done") is { } done && done.Values[i] != T.Zero;
                double follows = ends ? 0 : Discount.Value;
                advantages.Values[i] = T.CreateTruncating(weight * (reward + (follows * corrected) - value));
                double change = weight * (reward + (follows * next) - value);
                corrected = value + change + (follows * Math.Min(Trace.Value, ratio) * (corrected - next));
                next = value;
                targets.Values[i] = T.CreateTruncating(corrected);
            }
        }

        Tensor<T> policy = tape.Negate(tape.Multiply(advantages, logs));
        Tensor<T> errors = tape.Scale(tape.Square(tape.Subtract(values, targets)), 0.5 * ValueWeight.Value);
        return new(tape.Add(policy, errors));
    }

    private static double Number<T>(Tensor<T> tensor, int index)
        where T : unmanaged, IFloatingPointIeee754<T> => double.CreateTruncating(tensor.Values[index]);
}
