using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The divergence of the units' mean activations from a small wanted one.</summary>
/// <remarks>
/// <code>
/// ρ̂ⱼ = Σᵢ aᵢⱼ / n        L = λ Σⱼ KL(ρ ‖ ρ̂ⱼ)
/// </code>
/// Means are kept 1e-12 away from 0 and 1, so that a unit that is never active costs much and not infinity. Reference:
/// A. Ng, Sparse Autoencoder, CS294A Lecture Notes, Stanford University, 2011.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
/// <param name="target">The wanted mean activation; above 0, below 1.</param>
public readonly struct SparsityPenalty(double strength, double target) : IGraphLoss<SparsityPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 1, Domain.NonNegative, "what the penalty is multiplied by");

    private static readonly ParameterCard TargetCard = new(
        "target", @"\rho", 0.05, new Domain(0, 1, false, false), "the wanted mean activation");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "kl-sparsity",
        Title = "Kullback-Leibler sparsity",
        Use = "Hidden units of an autoencoder of which each is to be active for few samples.",
        Avoid = "Units are not between 0 and 1, or batches are small: the mean of a unit means little.",
        Reference = "A. Ng, Sparse Autoencoder, CS294A Lecture Notes, Stanford University, 2011",
        Latex = @"\lambda \sum_j \left(\rho \ln \frac{\rho}{\hat\rho_j} + (1 - \rho) \ln \frac{1 - \rho}{1 - "
            + @"\hat\rho_j}\right)",
        Names = new() { Chinese = "KL稀疏惩罚" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard, TargetCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("activation", "a", InputKind.Probability, "n, d", "the units' activations") { IsDifferentiable = true },
    ];

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <summary>The wanted mean activation.</summary>
    public Parameter Target { get; } = TargetCard.Bind(target);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> mean = tape.Mean(inputs["activation"], [0]);
        return new(tape.Scale(tape.Sum(tape.Formula(new Unit(Target.Value), mean)), Strength.Value));
    }

    private readonly struct Unit(double target) : ISampleFormula
    {
        private const double Least = 1e-12;

        private readonly double _constant = (target * Math.Log(target)) + ((1 - target) * Math.Log(1 - target));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane on = TLane.AtLeast(x[0], Least), off = TLane.AtLeast(1 - x[0], Least);
            return _constant - (target * TLane.Log(on)) - ((1 - target) * TLane.Log(off));
        }
    }
}
