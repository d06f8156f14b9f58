using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Classes with a doubt of their own: the expected squared error of a Dirichlet distribution.</summary>
/// <remarks>
/// <code>
/// L = Σₖ (yₖ − αₖ/S)² + (αₖ/S) (1 − αₖ/S) / (S + 1)
///     + λ KL(Dir(α̃) ‖ Dir(1))
/// </code>
/// α = 1 + ln(1 + e^z) are the concentrations of a Dirichlet distribution, S their sum; k / S is what is not known. α̃
/// is α with 1 for the true class. The authors let λ grow from 0 to 1 over ten epochs. Reference: M. Sensoy, L. Kaplan,
/// M. Kandemir, Evidential Deep Learning to Quantify Classification Uncertainty, 2018, arXiv:1806.01768.
/// </remarks>
/// <param name="strength">What evidence for wrong classes costs; not negative.</param>
public readonly struct EvidentialSquaredLoss(double strength) : IGraphLoss<EvidentialSquaredLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "evidential-squared",
        Title = "evidential squared error",
        Use = "Classes where one pass is to say how little is known of a row; the steadiest of the three.",
        Avoid = "Probabilities are to be calibrated as they are: take cross-entropy and several models.",
        Reference = "M. Sensoy, L. Kaplan, M. Kandemir, Evidential Deep Learning to Quantify Classification "
            + "Uncertainty, 2018, arXiv:1806.01768",
        Latex = @"\sum_k (y_k - \tfrac{\alpha_k}{S})^2 + \tfrac{\alpha_k (S - \alpha_k)}{S^2 (S + 1)} + \lambda "
            + @"\mathrm{KL}\left(\mathrm{Dir}(\tilde\alpha) \,\|\, \mathrm{Dir}(1)\right)",
        Aliases = ["edl", "evidential-mse"],
        Names = new() { Chinese = "证据平方误差损失" },
        Tasks = LossTask.MultiClass,
        Parameters = [EvidenceCards.Strength],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>What evidence for wrong classes costs.</summary>
    public Parameter Strength { get; } = EvidenceCards.Strength.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        DirichletEvidence<T>.Of(tape, inputs).Terms(tape, default(Risk), Strength.Value);

    /// <summary>(y − p)² + p (1 − p) / (S + 1), p = α / S.</summary>
    private readonly struct Risk : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane p = x[0] / x[1], error = x[2] - p;
            return (error * error) + (p * (1 - p) / (x[1] + 1));
        }
    }
}
