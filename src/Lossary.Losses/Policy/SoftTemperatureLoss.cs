using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// What entropy is worth is to rise where the policy is less random than wanted, and to fall where it is more.
/// </summary>
/// <remarks>
/// <code>
/// L = −e^s (ℓ + H)
/// </code>
/// ℓ is the log-probability of an action drawn, a constant; H the entropy wanted, by habit minus the number of an
/// action's dimensions. Reference: T. Haarnoja et al., Soft Actor-Critic Algorithms and Applications, 2018,
/// arXiv:1812.05905.
/// </remarks>
/// <param name="entropy">The entropy wanted, in nats.</param>
public readonly struct SoftTemperatureLoss(double entropy) : IFormulaLoss<SoftTemperatureLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EntropyCard = new(
        "entropy", "H", -1, Domain.Real, "the entropy wanted, in nats");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sac-temperature",
        Title = "soft actor-critic, temperature",
        Use = "The α of sac-critic and sac-actor, learned alongside.",
        Avoid = "The scale of rewards is known and steady: a fixed α has one part less to go wrong.",
        Reference = "T. Haarnoja et al., Soft Actor-Critic Algorithms and Applications, 2018, arXiv:1812.05905",
        Names = new() { Chinese = "SAC 温度损失" },
        Tasks = LossTask.Reinforcement,
        Parameters = [EntropyCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-alpha", "s", InputKind.Real, "…", "the logarithm of what entropy is worth, repeated")
        {
            IsDifferentiable = true,
        },
        new("log-probability", @"\ell", InputKind.Real, "…", "the log-probability of the action drawn, a constant"),
    ];

    /// <summary>The entropy wanted, in nats.</summary>
    public Parameter Entropy { get; } = EntropyCard.Bind(entropy);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -(TLane.Exp(x[0]) * (x[1] + Entropy));
}
