using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A loss as C# makes it.</summary>
internal static class LossCode
{
    /// <summary>
    /// <c>new HuberLoss(1.35)</c>, every parameter said; by its name where its constructor takes other things.
    /// </summary>
    public static string New(ILoss loss)
    {
        if (!HasConstructorOfNumbers(loss))
        {
            string kind = loss is ISampleLoss ? nameof(ISampleLoss)
                : loss is IClassLoss ? nameof(IClassLoss)
                : nameof(IArrayLoss);
            return $"LossCatalogue.Create<{kind}>(\"{loss.Name}\")";
        }

        IEnumerable<string> arguments = loss.Card.Parameters.Select(
            parameter => Number(ParameterDescription.Of(parameter, loss).Value));
        return $"new {TypeName(loss)}({string.Join(", ", arguments)})";
    }

    /// <summary>The loss's own type, with type arguments: <c>BinaryFocalLoss&lt;Squared&gt;</c>.</summary>
    public static string TypeName(ILoss loss) => NameOf(TypeOf(loss));

    /// <summary>Whether it can be made by its parameters in their order.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "Where a constructor was trimmed away, the loss is made by its name.")]
    public static bool HasConstructorOfNumbers(ILoss loss)
    {
        int count = loss.Card.Parameters.Count;
        return count == 0 || TypeOf(loss).GetConstructors().Any(constructor =>
            constructor.GetParameters() is ParameterInfo[] parameters
            && parameters.Length == count
            && parameters.All(parameter => parameter.ParameterType == typeof(double)));
    }

    private static Type TypeOf(ILoss loss) => loss.GetType().GenericTypeArguments[0];

    private static string NameOf(Type type)
    {
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0
            ? type.Name
            : $"{type.Name[..tick]}<{string.Join(", ", type.GenericTypeArguments.Select(NameOf))}>";
    }

    /// <summary>A number as C# writes it.</summary>
    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.NaN => "double.NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
