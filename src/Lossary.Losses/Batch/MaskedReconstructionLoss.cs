using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared error of patches that were hidden, and of those only.</summary>
/// <remarks>
/// <code>
/// L = mean over the hidden of meanₖ (pₖ − t̃ₖ)²        t̃ = (t − mean t)/√(var t + ε), or t itself
/// </code>
/// The variance of a patch divides by d − 1, as in the authors' code. What was seen weighs 0; where nothing was
/// hidden the loss is 0. Reference: K. He, X. Chen, S. Xie, Y. Li, P. Dollár and R. Girshick, "Masked Autoencoders
/// Are Scalable Vision Learners", CVPR 2022, arXiv:2111.06377.
/// </remarks>
/// <param name="normalise">1 to normalise each target patch; else 0.</param>
/// <param name="epsilon">Added to a patch's variance; positive.</param>
public readonly struct MaskedReconstructionLoss(double normalise, double epsilon)
    : IGraphLoss<MaskedReconstructionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard NormaliseCard = new(
        "normalise", @"z", 1, new Domain(0, 1, true, true, EndsOnly: true), "1 to normalise each target patch");

    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 1e-6, Domain.Positive, "added to a patch's variance");

    private readonly Parameter _normalise = NormaliseCard.Bind(normalise);
    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "masked-reconstruction",
        Title = "masked reconstruction",
        Use = "Autoencoders that fill in hidden patches of images, spectra or series.",
        Avoid = "Tokens from a vocabulary: a cross-entropy over the hidden ones.",
        Reference = "K. He, X. Chen, S. Xie, Y. Li, P. Dollár, R. Girshick, Masked Autoencoders Are Scalable "
            + "Vision Learners, 2022, arXiv:2111.06377",
        Latex = @"\frac{\sum_i h_i \frac{1}{d} \sum_k (p_{ik} - \tilde t_{ik})^2}{\sum_i h_i}",
        Aliases = ["mae-reconstruction", "masked-autoencoder", "simmim"],
        Names = new() { Chinese = "掩码重建损失" },
        Tasks = LossTask.SelfSupervised | LossTask.Reconstruction,
        Parameters = [NormaliseCard, EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, d", "each patch as filled in") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n, d", "each patch as it is"),
        new("hidden", "h", InputKind.Flag, "n", "1 for a patch that was hidden, 0 for one that was seen"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> target = inputs["target"];
        if (_normalise.Value > 0)
        {
            Tensor<T> centred = tape.Subtract(target, tape.Mean(target, [-1], keepDimensions: true));
            double degrees = int.Max(1, target.Shape[1] - 1);
            Tensor<T> variance = tape.Scale(tape.Sum(tape.Square(centred), [-1], keepDimensions: true), 1 / degrees);
            target = tape.Divide(centred, tape.Formula(new Deviation(_epsilon), variance));
        }

        Tensor<T> squares = tape.Square(tape.Subtract(inputs["prediction"], target));
        return new(tape.Mean(squares, [-1]), inputs["hidden"]);
    }

    /// <summary>√(variance + ε).</summary>
    private readonly struct Deviation(Parameter epsilon) : ISampleFormula
    {
        private readonly Parameter _epsilon = epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.Sqrt(x[0] + _epsilon);
    }
}
