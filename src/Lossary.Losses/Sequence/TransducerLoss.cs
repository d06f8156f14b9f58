using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A recurrent transducer: at each step it shows a label, which it then knows of, or goes to the next step.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln Σ over all paths through the lattice of steps t and labels read u of Π p_t,u(blank or label u + 1)
/// </code>
/// Logits are taken: the softmax is part of the loss. All paths are added up in logarithms and double precision.
/// FastEmit weighs the slopes of labels by 1 + λ, so that they come earlier; the value is left as it is. Its gradient
/// cannot be differentiated again then; without, it is in steps of the tape, slow and with room for each diagonal of
/// the lattice. References: A. Graves, "Sequence Transduction with Recurrent Neural Networks", 2012,
/// arXiv:1211.3711; J. Yu et al., "FastEmit", 2021, arXiv:2010.11148.
/// </remarks>
public readonly struct TransducerLoss : IGraphLoss<TransducerLoss>, IDocumentedLoss
{
    private static readonly ParameterCard s_blank =
        new("blank", "b", 0, Domain.NonNegative, "the number of the class that stands for going on");

    private static readonly ParameterCard s_fastEmit =
        new("fast-emit", @"\lambda", 0, Domain.NonNegative, "how much more the slopes of labels weigh");

    private readonly int _blank;
    private readonly double _fastEmit;

    /// <summary>Makes the loss.</summary>
    /// <param name="blank">The class that stands for going on to the next step.</param>
    /// <param name="fastEmit">How much more the slopes of labels weigh, λ; 0 and above.</param>
    public TransducerLoss(double blank, double fastEmit = 0)
    {
        _blank = Refusal.Whole(s_blank, blank);
        _fastEmit = s_fastEmit.Bind(fastEmit).Value;
    }

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "transducer",
        Title = "recurrent transducer",
        Use = "Speech recognised as it is spoken: labels that depend on each other, in the order of the input.",
        Avoid = "Memory is short: it scores each class for each pair of step and label. ctc needs a hundredth.",
        Reference = "A. Graves, Sequence Transduction with Recurrent Neural Networks, 2012, arXiv:1211.3711",
        Latex = @"-\ln \sum_{\pi} \prod_{(t, u) \in \pi} p_{t,u}(\pi_{t,u})",
        Aliases = ["rnn-t", "rnn-transducer", "rnnt"],
        Names = new() { PyTorch = "torchaudio.transforms.RNNTLoss", Chinese = "循环神经网络转换器损失" },
        Translations =
        [
            new(
                "torchaudio.transforms.RNNTLoss()",
                "transducer",
                "the blank is the last class there unless told; clamp bounds gradients"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = [s_blank, s_fastEmit],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "logits", "z", InputKind.Real, "n, t, k, c",
            "the scores of each class at each step after each number of labels")
        {
            IsDifferentiable = true,
        },
        .. CtcSettings.LabelInputs,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        SecondOrder = _fastEmit == 0 ? SecondOrder.Exact : SecondOrder.None,
    };

    /// <inheritdoc/>
    public static void Arrange(TransducerLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        int classes = inputs["logits"].Shape[3];
        foreach (ref double label in inputs["labels"].Values)
        {
            label = (loss._blank + 1 + (label % (classes - 1))) % classes;
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LabelRows labels = LabelRows.Read(tape, inputs, _blank);
        if (inputs.Extent("k") != labels.Width + 1)
        {
            throw Refusal.Of(
                "logits", $"logits has the shape {inputs["logits"].Shape}; expected is [n, t, s + 1, c] with s = "
                + $"{labels.Width}.");
        }

        int empty = Array.IndexOf(labels.StepCounts, 0);
        if (empty >= 0)
        {
            throw Refusal.Of(
                "input-lengths", $"input-lengths[{empty}] is 0; a transducer goes through at least 1 step.");
        }

        return new(tape.Transducer(inputs["logits"], labels, _fastEmit));
    }
}
