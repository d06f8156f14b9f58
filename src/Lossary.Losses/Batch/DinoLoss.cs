using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A student is to say of one view what its own slow copy says of another, sharpened and centred.</summary>
/// <remarks>
/// <code>
/// L = −Σₖ tₖ ln pₖ        t = softmax((teacher − c)/τ_t), p = softmax(student/τ_s)
/// </code>
/// The center c is a moving average of what the teacher says, kept by the caller; without it nothing is subtracted.
/// No gradient flows to the teacher. For iBOT's patches, mask the terms of those that were seen. Reference: M. Caron
/// et al., "Emerging Properties in Self-Supervised Vision Transformers", ICCV 2021, arXiv:2104.14294.
/// </remarks>
/// <param name="student">The student's temperature; positive.</param>
/// <param name="teacher">The teacher's temperature; positive.</param>
public readonly struct DinoLoss(double student, double teacher) : IGraphLoss<DinoLoss>, IDocumentedLoss
{
    private static readonly ParameterCard StudentCard = new(
        "student", @"\tau_s", 0.1, Domain.Positive, "the student's temperature");

    private static readonly ParameterCard TeacherCard = new(
        "teacher", @"\tau_t", 0.04, Domain.Positive, "the teacher's temperature");

    private readonly Parameter _student = StudentCard.Bind(student);
    private readonly Parameter _teacher = TeacherCard.Bind(teacher);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dino",
        Title = "DINO",
        Use = "Representations without labels by self-distillation, with many views of each sample.",
        Avoid = "Without centring and sharpening all collapses: keep both.",
        Reference = "M. Caron, H. Touvron, I. Misra, H. Jégou, J. Mairal, P. Bojanowski, A. Joulin, Emerging "
            + "Properties in Self-Supervised Vision Transformers, 2021, arXiv:2104.14294",
        Latex = @"-\sum_k \mathrm{softmax}_k\Big(\frac{t - c}{\tau_t}\Big) \ln "
            + @"\mathrm{softmax}_k\Big(\frac{s}{\tau_s}\Big)",
        Aliases = ["ibot"],
        Names = new() { Chinese = "无标签自蒸馏损失" },
        Translations =
        [
            new(
                "lightly.loss.DINOLoss(teacher_temp=0.04, student_temp=0.1)",
                "dino:student={student_temp},teacher={teacher_temp}",
                "it keeps the center, which is an input here, and warms its teacher's temperature up"),
        ],
        Tasks = LossTask.SelfSupervised,
        Parameters = [StudentCard, TeacherCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "s", InputKind.Real, "n, k", "what the student says") { IsDifferentiable = true },
        new("teacher", "t", InputKind.Real, "n, k", "what the teacher says, held still"),
        new("center", "c", InputKind.Real, "k", "what the teacher says on average") { IsOptional = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> teacher = inputs["teacher"];
        teacher = inputs.Find("center") is { } center ? tape.Subtract(teacher, center) : teacher;
        Tensor<T> shares = tape.Softmax(tape.Scale(teacher, 1 / _teacher.Value));
        Tensor<T> logits = tape.Scale(inputs["student"], 1 / _student.Value);
        return new(BatchInputs.CrossEntropy(tape, shares, logits));
    }
}
