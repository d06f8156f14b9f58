using System.Globalization;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A loss as C# makes it.</summary>
internal static class LossCode
{
    /// <summary><c>new HuberLoss(1.35)</c>, every parameter said.</summary>
    public static string New(ILoss loss)
    {
        IEnumerable<string> arguments = loss.Card.Parameters.Select(
            parameter => Number(ParameterDescription.Of(parameter, loss).Value));
        return $"new {TypeName(loss)}({string.Join(", ", arguments)})";
    }

    /// <summary>The loss's own type, with type arguments: <c>BinaryFocalLoss&lt;Squared&gt;</c>.</summary>
    public static string TypeName(ILoss loss) => NameOf(loss.GetType().GenericTypeArguments[0]);

    private static string NameOf(Type type)
    {
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0
            ? type.Name
            : $"{type.Name[..tick]}<{string.Join(", ", type.GenericTypeArguments.Select(NameOf))}>";
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.NaN => "double.NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
