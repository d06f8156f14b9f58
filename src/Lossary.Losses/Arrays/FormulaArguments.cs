using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What a formula reads its numbers from: a tensor, or the constant that stands for one left out.</summary>
/// <param name="Tensor">
/// One number of each sample, or <paramref name="Width"/> of them side by side; null for the constant.
/// </param>
/// <param name="Width">How many numbers of a sample it holds.</param>
/// <param name="Default">The constant.</param>
internal readonly record struct FormulaArgument<T>(Tensor<T>? Tensor, int Width, double Default)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>All that a formula reads its numbers from, in their order.</summary>
internal struct FormulaArguments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private FormulaSlots<FormulaArgument<T>> _arguments;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many numbers of one sample they hold.</summary>
    public int Numbers { get; private set; }

    /// <summary>A bit for each number that is differentiated by.</summary>
    public uint Differentiable { get; private set; }

    /// <summary>One of them.</summary>
    public readonly FormulaArgument<T> this[int index] => _arguments[index];

    /// <summary>The inputs of a loss, in the order of its cards.</summary>
    public static FormulaArguments<T> Of(IReadOnlyList<InputCard> cards, LossInputs<T> inputs)
    {
        FormulaArguments<T> arguments = default;
        for (int i = 0; i < cards.Count; i++)
        {
            InputCard card = cards[i];
            arguments.Add(new(inputs.Find(card.Name), FormulaOperation.WidthOf(card), card.Default));
        }

        return arguments;
    }

    /// <summary>Tensors of one number for each sample.</summary>
    public static FormulaArguments<T> Of(ReadOnlySpan<Tensor<T>> tensors)
    {
        FormulaArguments<T> arguments = default;
        foreach (Tensor<T> tensor in tensors)
        {
            arguments.Add(new(tensor, 1, 0));
        }

        return arguments;
    }

    /// <summary>The first number of one of them.</summary>
    public readonly int FirstOf(int index)
    {
        int first = 0;
        for (int i = 0; i < index; i++)
        {
            first += _arguments[i].Width;
        }

        return first;
    }

    /// <summary>Lays their numbers out for a sweep.</summary>
    public readonly unsafe void Fill(Tape<T> tape, ref FormulaSheet<T> sheet, ref FormulaPins pins)
    {
        int number = 0;
        for (int index = 0; index < Count; index++)
        {
            (Tensor<T>? tensor, int width, double constant) = _arguments[index];
            for (int i = 0; i < width; i++, number++)
            {
                if (tensor is null)
                {
                    sheet.Fill(tape, number, constant);
                }
                else if (width == 1)
                {
                    sheet.Read(tape, number, pins.Add(tensor.Pin()));
                }
                else
                {
                    sheet.Copy(tape, number, tensor.Values, i, width);
                }
            }
        }
    }

    private void Add(FormulaArgument<T> argument)
    {
        _arguments[Count++] = argument;
        for (int i = 0; i < argument.Width; i++, Numbers++)
        {
            Differentiable |= argument.Tensor is { RequiresGradient: true } ? 1u << Numbers : 0;
        }
    }
}
