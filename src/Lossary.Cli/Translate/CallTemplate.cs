using System.Globalization;
using System.Text.RegularExpressions;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A translation of a loss, ready to be held against calls and losses.</summary>
internal sealed partial class CallTemplate
{
    private CallTemplate(LossEntry entry, Translation translation)
    {
        Entry = entry;
        Translation = translation;
        Call = PeerCall.Parse(translation.Call);
        Library = PeerLibrary.OfRoot(Call.Root) ?? PeerLibrary.Other(Call.Root ?? Call.Name);
    }

    public static IReadOnlyList<CallTemplate> All { get; } =
    [
        .. LossCatalogue.All.SelectMany(entry => Of(entry)),
    ];

    public LossEntry Entry { get; }

    public Translation Translation { get; }

    public PeerCall Call { get; }

    public PeerLibrary Library { get; }

    public static IEnumerable<CallTemplate> Of(LossEntry entry) =>
        entry.Card.Translations.Select(translation => new CallTemplate(entry, translation));

    /// <summary>Whether the call has this name, letter by letter.</summary>
    public bool IsCalled(PeerCall call) => call.LastName == Call.LastName
        || (!call.HasParentheses && Call.Arguments.Any(argument => argument.IsText && argument.Text == call.Name));

    /// <summary>Our loss for a call that is meant by this one; null where it is another.</summary>
    public CallReading? Read(PeerCall call)
    {
        if (!IsNamed(call))
        {
            return null;
        }

        Dictionary<string, double> values = Defaults();
        List<string> assumed = [], unread = [];
        int taken = 0;
        foreach (PeerArgument known in Call.Arguments.Where(argument => argument.Name is not null))
        {
            PeerArgument? given = call[known.Name!];
            bool isNumber = values.ContainsKey(known.Name!);
            if (given is not null && !isNumber && !IsSame(known, given))
            {
                return null;
            }

            if (given is null && (known.IsText || Translation.Fixed.Contains(known.Name!)) && call.HasParentheses)
            {
                return null;
            }

            taken += given is null ? 0 : 1;
            if (given is null && known.IsFlag)
            {
                assumed.Add(known.ToString());
            }
            else if (given is not null && isNumber && given.Value != "None")
            {
                if (given.TryNumber(out double value))
                {
                    values[known.Name!] = value;
                }
                else if (PeerArray.Read(given.Value) is { Length: > 1 } several)
                {
                    bool onlyScales = !Braces().Matches(Translation.Ours).Any(
                        match => match.Value.Contains(known.Name!, StringComparison.Ordinal));
                    values[known.Name!] = onlyScales ? 1 : values[known.Name!];
                    unread.Add(PeerWeights.Several(known.Name!, several, values[known.Name!], onlyScales));
                }
                else
                {
                    unread.Add($"{given} is no number; {known.Value} is taken");
                }
            }
        }

        PeerArgument[] others =
            [.. call.Arguments.Where(argument => argument.Name is null || Call[argument.Name] is null)];
        return new(this, values, assumed, unread, others)
        {
            Distance = others.Where(argument => argument.Name is not null).Sum(argument => argument.IsOff ? 1 : 3)
                + (2 * assumed.Count) + (Call.Arguments.Count - taken > 0 ? 1 : 0),
        };
    }

    /// <summary>The call that makes a loss of this entry; null where these parameters cannot be had there.</summary>
    public CallReading? Write(ILoss loss)
    {
        Dictionary<string, double> values = Defaults();
        Dictionary<string, string> spelt = Spelt();
        (Arithmetic Here, double Wanted)[] parameters =
        [
            .. loss.Card.Parameters.Select(parameter => (
                Arithmetic.Parse((spelt.GetValueOrDefault(parameter.Name) ?? Text(parameter.Default)).Trim('{', '}')),
                ParameterDescription.Of(parameter, loss).Value)),
        ];
        foreach ((Arithmetic here, double wanted) in parameters)
        {
            if (here.Solve(wanted) is (string name, double value))
            {
                values[name] = value;
            }
        }

        // Two parameters may hang on one argument, and then want different numbers of it.
        return parameters.All(parameter => IsNear(parameter.Here.Value(values), parameter.Wanted))
            ? new(this, values, [], [], [])
            : null;
    }

    /// <summary>Our loss with the call's parameters.</summary>
    public string OursWith(IReadOnlyDictionary<string, double> values) => Braces().Replace(
        Translation.Ours, match => Text(Arithmetic.Parse(match.Groups["inner"].Value).Value(values)));

    /// <summary>The call with other numbers.</summary>
    public string CallWith(IReadOnlyDictionary<string, double> values) => NumberArgument().Replace(
        Translation.Call,
        match => values.TryGetValue(match.Groups["name"].Value, out double value)
            && double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) != value
                ? $"{match.Groups["name"].Value}={Text(value)}"
                : match.Value);

    public static string Text(double value) => value.ToString("G12", CultureInfo.InvariantCulture);

    private Dictionary<string, double> Defaults()
    {
        Dictionary<string, double> values = [];
        foreach (PeerArgument argument in Call.Arguments)
        {
            if (argument.Name is not null && argument.TryNumber(out double number)
                && !Translation.Fixed.Contains(argument.Name))
            {
                values[argument.Name] = number;
            }
        }

        return values;
    }

    private Dictionary<string, string> Spelt()
    {
        int colon = Translation.Ours.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? [] : Translation.Ours[(colon + 1)..].Split(',')
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1]);
    }

    private bool IsNamed(PeerCall call)
    {
        PeerLibrary? library = PeerLibrary.OfRoot(call.Root);
        bool isOther = library is not null && library != Library;
        bool isText = !call.HasParentheses && Call.Arguments.Any(
            argument => argument.IsText && argument.Text.Equals(call.Name, StringComparison.OrdinalIgnoreCase));
        return isText || (!isOther && call.Folded == Call.Folded);
    }

    private static bool IsSame(PeerArgument known, PeerArgument given) =>
        known.IsFlag ? known.Value == given.Value || (known.IsOff && given.IsOff)
            : known.TryNumber(out double meant) ? given.TryNumber(out double number) && number == meant
            : PeerCall.Fold(known.Text) == PeerCall.Fold(given.Text);

    private static bool IsNear(double found, double wanted) =>
        found.Equals(wanted) || Math.Abs(found - wanted) <= 1e-9 * Math.Abs(wanted);

    [GeneratedRegex(@"\{(?<inner>[^}]*)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\b(?<name>\w+)=(?<number>-?\d+(\.\d+)?([eE]-?\d+)?)")]
    private static partial Regex NumberArgument();
}
