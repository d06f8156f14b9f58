using System.Globalization;
using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Holds the inputs of a loss against their cards, and finds what the symbols of their shapes stand for.
/// </summary>
internal static class InputCheck
{
    /// <summary>Any number and both infinities: a teacher may rule a class out by −∞.</summary>
    private static readonly Domain s_number = new(double.NegativeInfinity, double.PositiveInfinity, true, true);

    /// <summary>Throws for the first input that is not what its card says.</summary>
    public static void Check<T>(IReadOnlyList<InputCard> cards, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        inputs.Unbind();
        int known = 0;
        for (int i = 0; i < cards.Count; i++)
        {
            InputCard card = cards[i];
            if (inputs.Find(card.Name) is { } tensor)
            {
                known++;
                CheckShape(card, tensor.Shape, inputs);
                CheckVariable(card, tensor);
            }
            else if (!card.IsOptional)
            {
                RefuseUnknown(cards, inputs);
                throw new ArgumentException($"{card.Name} is missing: {card.Meaning}, [{card.Shape}].", card.Name);
            }
        }

        if (known < inputs.Names.Count)
        {
            RefuseUnknown(cards, inputs);
        }

        for (int i = 0; i < cards.Count; i++)
        {
            InputCard card = cards[i];
            if (!card.IsCheckedInSweep && inputs.Find(card.Name) is { } tensor)
            {
                CheckNumbers(card, tensor, inputs);
            }
        }
    }

    /// <summary>Throws for the first number that is out of its domain.</summary>
    public static void CheckDomain<T>(InputCard card, Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T> => CheckDomain(card, tensor, InputKinds.DomainOf(card.Kind));

    private static void RefuseUnknown<T>(IReadOnlyList<InputCard> cards, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string? unknown = inputs.Names.FirstOrDefault(name => cards.All(card => card.Name != name));
        if (unknown is not null)
        {
            throw new ArgumentException(
                $"There is no input '{unknown}'; the inputs are: {string.Join(", ", cards.Select(card => card.Name))}.",
                nameof(inputs));
        }
    }

    private static void CheckShape<T>(InputCard card, Shape shape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        InputShape extents = card.Extents;
        if (extents.IsOpen ? shape.Rank < extents.Rank : shape.Rank != extents.Rank)
        {
            throw new ArgumentException(
                $"{card.Name} has the shape {shape}; expected is [{card.Shape}]: {card.Meaning}.", card.Name);
        }

        for (int axis = 0; axis < extents.Rank; axis++)
        {
            string symbol = extents.Symbol(axis);
            int expected = extents.TryNumber(axis, out int number) ? number : inputs.Bind(symbol, shape[axis]);
            Require(card, symbol, shape, shape[axis], expected);
        }

        if (extents.IsOpen)
        {
            int rest = shape.LengthOf(extents.Rank, shape.Rank);
            Require(card, InputShape.Rest, shape, rest, inputs.Bind(InputShape.Rest, rest));
        }
    }

    private static void Require(InputCard card, string symbol, Shape shape, int extent, int expected)
    {
        if (extent != expected)
        {
            throw new ArgumentException(
                $"{card.Name} has the shape {shape}; expected is [{card.Shape}] with {symbol} = {expected}.",
                card.Name);
        }
    }

    private static void CheckVariable<T>(InputCard card, Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (tensor.RequiresGradient && !card.IsDifferentiable)
        {
            throw new ArgumentException(
                $"{card.Name} is a variable, but the loss has no gradient with respect to it.", card.Name);
        }
    }

    private static void CheckNumbers<T>(InputCard card, Tensor<T> tensor, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Domain domain = InputKinds.DomainOf(card.Kind);
        CheckDomain(card, tensor, domain);

        // A domain of two ends has held the numbers to whole ones already.
        if (InputKinds.IsWhole(card.Kind) && !domain.EndsOnly)
        {
            CheckWhole(card, tensor.Values, card.Below is { } below ? inputs.Extent(below) : int.MaxValue);
        }

        if (card.Kind == InputKind.Box)
        {
            CheckBoxes(card, tensor.Values);
        }
    }

    private static void CheckDomain<T>(InputCard card, Tensor<T> tensor, Domain domain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // A training that diverges predicts NaN, which comes out as NaN; what is given to learn from is never NaN.
        bool passesNaN = card.IsDifferentiable;
        if (domain.IsEverything && passesNaN)
        {
            return;
        }

        int outside = DomainCheck.FirstOutside(tensor.Values, domain.IsEverything ? s_number : domain, passesNaN);
        if (outside >= 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{card.Name}[{Place(outside, tensor.Shape)}] must be in {domain}, but is "
                        + $"{double.CreateTruncating(tensor.Values[outside]):R}."),
                card.Name);
        }
    }

    /// <summary>An element's index along each axis: row, column.</summary>
    private static string Place(int index, Shape shape)
    {
        string place = "";
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            place = string.Create(
                CultureInfo.InvariantCulture, $"{index % shape[axis]}{(place.Length == 0 ? "" : ", ")}{place}");
            index /= shape[axis];
        }

        return place;
    }

    private static void CheckWhole<T>(InputCard card, ReadOnlySpan<T> values, int bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool countsSteps = card.Kind is InputKind.StepCount or InputKind.Level;
        for (int i = 0; i < values.Length; i++)
        {
            double value = double.CreateTruncating(values[i]);
            if (value != Math.Floor(value) || (countsSteps ? value > bound : card.Below is not null && value >= bound))
            {
                string range = card.Below is null
                    ? "a whole number"
                    : $"a whole number from 0 to {(countsSteps ? bound : bound - 1)}";
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{card.Name}[{i}] must be {range}, but is {value:R}."),
                    card.Name);
            }
        }
    }

    private static void CheckBoxes<T>(InputCard card, ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i + 3 < values.Length; i += 4)
        {
            if (values[i] > values[i + 2] || values[i + 1] > values[i + 3])
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{card.Name}[{i / 4}] must have left <= right and top <= bottom, "
                            + $"but is ({values[i]}, {values[i + 1]}, {values[i + 2]}, {values[i + 3]})."),
                    card.Name);
            }
        }
    }
}
