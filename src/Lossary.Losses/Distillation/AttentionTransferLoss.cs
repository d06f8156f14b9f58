using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared difference between two maps of how strongly a layer answers at each place.</summary>
/// <remarks>
/// <code>
/// q = Σⱼ xⱼ² / c at each place        L = mean over places of (q_s/‖q_s‖ − q_t/‖q_t‖)²
/// </code>
/// The maps are means over channels, so that the two networks may differ in width. A map of zeros stays one. Reference:
/// S. Zagoruyko, N. Komodakis, Paying More Attention to Attention, 2017, arXiv:1612.03928.
/// </remarks>
public readonly struct AttentionTransferLoss : IGraphLoss<AttentionTransferLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "attention-transfer",
        Title = "attention transfer",
        Use = "An image network from a larger one: the student is to look where the teacher looks.",
        Avoid = "Networks are not of layers of maps, or of unlike sizes: similarity-preserving needs no maps.",
        Reference = "S. Zagoruyko, N. Komodakis, Paying More Attention to Attention, 2017, arXiv:1612.03928",
        Latex = @"\frac{1}{hw} \left\|\frac{q_s}{\|q_s\|} - \frac{q_t}{\|q_t\|}\right\|^2,\quad q = \frac{1}{c} "
            + @"\sum_j |x_j|^2",
        Names = new() { Chinese = "注意力迁移" },
        Translations =
        [
            new("torchdistill.losses.mid_level.ATLoss(mode=\"code\")", "attention-transfer", "channels come first"),
        ],
        Tasks = LossTask.Distillation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "s", InputKind.Real, "n, h, w, c", "the student's feature maps, channels last")
        {
            IsDifferentiable = true,
        },
        new("teacher", "t", InputKind.Real, "n, h, w, m", "the teacher's feature maps, of any number of channels"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(Attention(tape, inputs["student"]), Attention(tape, inputs["teacher"]));
        return new(tape.Mean(tape.Square(gap), [-1]));
    }

    private static Tensor<T> Attention<T>(Tape<T> tape, Tensor<T> maps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> strength = tape.Mean(tape.Square(maps), [-1]);
        return tape.NormaliseRows(tape.Reshape(strength, new Shape(maps.Shape[0], maps.Shape[1] * maps.Shape[2])));
    }
}
