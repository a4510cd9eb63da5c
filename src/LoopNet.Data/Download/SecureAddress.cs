using System.Net;

namespace LoopNet.Data;

/// <summary>Which addresses are fetched from: those of HTTPS, and those of plain HTTP only on this machine itself.</summary>
internal static class SecureAddress
{
    /// <summary>Why an address is not used, as a clause; null where it is.</summary>
    public static string? Objection(Uri address)
    {
        if (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address)))
        {
            return null;
        }

        return $"{address.Scheme} is not safe from changes on the way";
    }

    /// <summary>Whether an address stays on this machine: <c>localhost</c>, <c>127.0.0.1</c> and their kind.</summary>
    public static bool IsThisMachine(Uri address)
    {
        bool isNumber = IPAddress.TryParse(address.DnsSafeHost, out IPAddress? number);
        return isNumber ? IPAddress.IsLoopback(number!) : address.Host == "localhost";
    }
}
