using System.Globalization;
using System.Text;

namespace Lossary.Cli;

/// <summary>Names of code as they are typed on a command line.</summary>
internal static class KebabCase
{
    /// <summary><c>MultiClass</c> becomes <c>multi-class</c>.</summary>
    public static string Of(string name)
    {
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
