namespace Lossary.Losses;

/// <summary>Inputs that losses of two changes of one sample share.</summary>
internal static class MatchInputs
{
    /// <summary>The answers to a violent change and to a mild one.</summary>
    public static IReadOnlyList<InputCard> Answers { get; } =
    [
        new("strong", "z", InputKind.Real, "n, k", "the logits of the strongly changed samples")
        {
            IsDifferentiable = true,
        },
        new("weak", @"\hat z", InputKind.Real, "n, k", "the logits of the weakly changed samples, held constant"),
    ];

    /// <summary>Makes some answers sure enough to count.</summary>
    public static void SharpenSome(LossInputs<double> inputs)
    {
        Span<double> logits = inputs["weak"].Values;
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] *= i % 8 < 4 ? 12 : 1;
        }
    }
}
