namespace Lossary.Cli;

/// <summary>
/// What other libraries are called with: <c>torch.nn.SmoothL1Loss(beta=0.5)</c>, or a name alone, <c>reg:tweedie</c>.
/// </summary>
/// <param name="Name">What stands before the parenthesis, dots and all.</param>
/// <param name="Arguments">What stands in it; CatBoost's <c>"Huber:delta=2"</c> is a text and a number.</param>
/// <param name="HasParentheses">Whether it is a call rather than a name.</param>
internal sealed record PeerCall(string Name, IReadOnlyList<PeerArgument> Arguments, bool HasParentheses)
{
    /// <summary>What stands behind the last dot.</summary>
    public string LastName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>The same for all spellings: HUBER for HuberLoss and huber_loss.</summary>
    public string Folded => Fold(LastName);

    /// <summary>What stands before the first dot; null without one.</summary>
    public string? Root =>
        Name.Contains('.', StringComparison.Ordinal) ? Name[..Name.IndexOf('.', StringComparison.Ordinal)] : null;

    /// <summary>The argument of a name.</summary>
    public PeerArgument? this[string name] => Arguments.FirstOrDefault(argument => argument.Name == name);

    /// <summary>
    /// Without case, hyphens and the word loss at the end: cross_entropy and CrossEntropyLoss are one.
    /// </summary>
    public static string Fold(string name)
    {
        string plain = name.Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .ToUpperInvariant();
        return plain.Length > 4 && plain.EndsWith("LOSS", StringComparison.Ordinal) ? plain[..^4] : plain;
    }

    /// <exception cref="UsageException">It is no call.</exception>
    public static PeerCall Parse(string text)
    {
        string call = text.Trim();
        int open = call.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            (string name, IEnumerable<PeerArgument> inner) = Expand(call);
            return new(name, [.. inner], HasParentheses: false);
        }

        if (open == 0 || !call.EndsWith(')'))
        {
            throw new UsageException($"'{text}' is no call, such as torch.nn.SmoothL1Loss(beta=0.5).");
        }

        return new(call[..open].Trim(), [.. Split(call[(open + 1)..^1]).SelectMany(Read)], HasParentheses: true);
    }

    private static IEnumerable<PeerArgument> Read(string argument)
    {
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        bool isNamed = equals > 0
            && argument[..equals].Trim().All(letter => char.IsLetterOrDigit(letter) || letter == '_');
        PeerArgument read = isNamed
            ? new(argument[..equals].Trim(), argument[(equals + 1)..].Trim())
            : new(null, argument);
        if (!read.IsText)
        {
            return [read];
        }

        (string text, IEnumerable<PeerArgument> inner) = Expand(read.Text);
        return text == read.Text ? [read] : [read with { Value = $"\"{text}\"" }, .. inner];
    }

    /// <summary>CatBoost writes parameters behind a colon, with semicolons between.</summary>
    private static (string Text, IEnumerable<PeerArgument> Inner) Expand(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !text[colon..].Contains('=', StringComparison.Ordinal))
        {
            return (text, []);
        }

        return (text[..colon], text[(colon + 1)..].Split([';', ','], StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(part => part.Length == 2 ? new PeerArgument(part[0], part[1]) : new PeerArgument(null, part[0])));
    }

    /// <summary>At the commas that stand in no quotes and no brackets.</summary>
    private static IEnumerable<string> Split(string arguments)
    {
        int depth = 0, start = 0;
        char quote = '\0';
        for (int i = 0; i <= arguments.Length; i++)
        {
            char letter = i < arguments.Length ? arguments[i] : ',';
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
                continue;
            }

            quote = letter is '"' or '\'' ? letter : '\0';
            depth += letter is '(' or '[' or '{' ? 1 : letter is ')' or ']' or '}' ? -1 : 0;
            if (letter == ',' && (depth == 0 || i == arguments.Length))
            {
                string part = arguments[start..i].Trim();
                start = i + 1;
                if (part.Length > 0)
                {
                    yield return part;
                }
            }
        }
    }
}
