namespace Lossary.Studies;

/// <summary>How objectives are written.</summary>
internal static class ObjectiveText
{
    /// <summary>The texts of a list.</summary>
    public static IReadOnlyList<string> Split(string list)
    {
        List<string> texts = [];
        foreach (string part in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (texts.Count > 0 && IsParameter(part))
            {
                int start = SeparatorIn(texts[^1]) + 1;
                texts[^1] += (texts[^1].IndexOf(':', start) >= 0 ? "," : ":") + part;
            }
            else
            {
                texts.Add(part);
            }
        }

        return texts;
    }

    /// <summary>
    /// Where the + stands that an adjustment follows; not the sign in <c>1e+3</c>, nor that of a weighted sum of
    /// losses,
    /// <c>0.7*huber+0.3*squared</c>. −1 where there is none.
    /// </summary>
    public static int SeparatorIn(string text)
    {
        for (int i = text.IndexOf('+', StringComparison.Ordinal); i >= 0; i = text.IndexOf('+', i + 1))
        {
            if (text.AsSpan(i + 1).TrimStart() is not [>= '0' and <= '9' or '.', ..])
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The text with a further argument for the loss or the adjustment that the key names.</summary>
    public static string WithArgument(string text, string key, string argument)
    {
        int plus = SeparatorIn(text);
        bool isOfLoss = plus < 0 || text.StartsWith(key, StringComparison.Ordinal);
        string part = isOfLoss && plus >= 0 ? text[..plus] : isOfLoss ? text : text[(plus + 1)..];
        string longer = part + (part.Contains(':', StringComparison.Ordinal) ? "," : ":") + argument;
        return plus < 0 ? longer : isOfLoss ? longer + text[plus..] : text[..(plus + 1)] + longer;
    }

    /// <summary><c>c=2</c> and <c>c=2+class-balanced:beta=0.9</c>, but not <c>huber:delta=2</c>.</summary>
    private static bool IsParameter(string part)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal), colon = part.IndexOf(':', StringComparison.Ordinal);
        return equals >= 0 && (colon < 0 || equals < colon);
    }
}
