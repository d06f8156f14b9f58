using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>∂input = ∂output · the derivatives written at forward time.</summary>
internal sealed class FormulaRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<(Tensor<T> Input, int Number)> _inputs = [];
    private FormulaSheet<T> _sheet;

    /// <summary>Keeps the inputs that are differentiated by, and where their derivatives stand.</summary>
    public void Keep(in FormulaSheet<T> sheet, IReadOnlyList<InputCard> cards, LossInputs<T> inputs)
    {
        _sheet = sheet;
        _inputs.Clear();
        int number = 0;
        foreach (InputCard card in cards)
        {
            if (inputs.Find(card.Name) is { RequiresGradient: true } input)
            {
                _inputs.Add((input, number));
            }

            number += FormulaOperation.WidthOf(card);
        }
    }

    /// <summary>Keeps tensors of one number each.</summary>
    public void Keep(in FormulaSheet<T> sheet, ReadOnlySpan<Tensor<T>> inputs)
    {
        _sheet = sheet;
        _inputs.Clear();
        for (int number = 0; number < inputs.Length; number++)
        {
            if (inputs[number].RequiresGradient)
            {
                _inputs.Add((inputs[number], number));
            }
        }
    }

    protected internal override void Backward(Tape<T> tape)
    {
        ReadOnlySpan<T> upstream = Output.Gradient;
        foreach ((Tensor<T> input, int number) in _inputs)
        {
            if (!input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
            {
                continue;
            }

            int width = gradient.Length / upstream.Length;
            for (int k = 0; k < width; k++)
            {
                Add(upstream, _sheet.SlopesOf(number + k), gradient[k..], width, accumulate);
            }
        }
    }

    private static void Add(
        ReadOnlySpan<T> upstream, ReadOnlySpan<T> slopes, Span<T> gradient, int step, bool accumulate)
    {
        if (step == 1)
        {
            UpstreamProduct.Run(upstream, slopes, gradient, accumulate);
            return;
        }

        for (int i = 0; i < upstream.Length; i++)
        {
            // What does not count has no gradient, whatever its own derivative is.
            T part = upstream[i] == T.Zero ? T.Zero : upstream[i] * slopes[i];
            ref T at = ref gradient[i * step];
            at = accumulate ? at + part : part;
        }
    }
}
