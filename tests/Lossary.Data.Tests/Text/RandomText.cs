using System.Text;
using Lossary.Numerics;

namespace Lossary.Data.Tests;

/// <summary>Texts of any valid characters, many of them short and repeated, so that pairs occur.</summary>
internal static class RandomText
{
    public static string Of(ulong seed)
    {
        RandomStream random = new(seed);
        StringBuilder text = new();
        int length = random.NextInt(400);
        for (int i = 0; i < length; i++)
        {
            int code = random.NextInt(5) switch
            {
                0 => random.NextInt(0x110000),
                1 => ' ',
                2 => 0x1F600 + random.NextInt(4),
                3 => random.NextInt(128),
                _ => 'a' + random.NextInt(3),
            };
            text.Append(Rune.IsValid(code) ? new Rune(code).ToString() : "\r\n");
        }

        return text.ToString();
    }
}
