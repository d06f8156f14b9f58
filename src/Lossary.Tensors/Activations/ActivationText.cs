using System.Globalization;

namespace Lossary.Tensors;

/// <summary>Activations as text: <c>key:parameter=value,parameter=value</c>.</summary>
internal static class ActivationText
{
    public static string Of(string key, params ReadOnlySpan<(string Name, double Value)> parameters)
    {
        List<string> words = [];
        foreach ((string name, double value) in parameters)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
        }

        return $"{key}:{string.Join(',', words)}";
    }

    public static Activation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        Activation activation = Activation.All.FirstOrDefault(one => KeyOf(one) == parts[0])
            ?? throw new FormatException(
                $"No activation is called \"{parts[0]}\"; there are "
                + $"{string.Join(", ", Activation.All.Select(KeyOf))}.");
        return parts.Length == 1 ? activation : activation.With(Values(activation, parts[1]));
    }

    /// <summary>The activation's values, in order, with those that the text gives put in their place.</summary>
    private static double[] Values(Activation activation, string text)
    {
        List<(string Name, double Value)> parameters = [.. Pairs(activation.Name)];
        foreach ((string name, double value) in Pairs($"{KeyOf(activation)}:{text}"))
        {
            int index = parameters.FindIndex(parameter => parameter.Name == name);
            if (index < 0)
            {
                string known = parameters.Count == 0 ? "none" : string.Join(", ", parameters.Select(one => one.Name));
                throw new FormatException($"{KeyOf(activation)} has no parameter \"{name}\"; it has {known}.");
            }

            parameters[index] = (name, value);
        }

        return [.. parameters.Select(parameter => parameter.Value)];
    }

    private static string KeyOf(Activation activation) => activation.Name.Split(':')[0];

    private static IEnumerable<(string Name, double Value)> Pairs(string text)
    {
        string[] parts = text.Split(':', 2);
        foreach (string word in parts.Length == 1 ? [] : parts[1].Split(','))
        {
            string[] pair = word.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length != 2
                || !double.TryParse(pair[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                throw new FormatException($"\"{word}\" in \"{text}\" is not of the form parameter=number.");
            }

            yield return (pair[0], value);
        }
    }
}
